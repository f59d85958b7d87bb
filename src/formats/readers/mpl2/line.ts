/** `[10][21]text`: tenths of a second. */
export const mpl2Line = /^\s{0,9}\[(\d{1,9})\]\s?\[(\d{0,9})\]\s?(.*)$/

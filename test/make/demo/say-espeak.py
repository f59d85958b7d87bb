"""say-espeak.py TEXT WAVE RATE VOICE PITCH: one line a word: start, end (s), phones, word."""

import sys
import wave as wave_file
from collections import namedtuple
from ctypes import (CDLL, CFUNCTYPE, POINTER, Structure, Union, c_char, c_char_p, c_int, c_short,
                    c_size_t, c_uint, c_void_p, string_at)

# The numbers of speak_lib.h.
SYNCHRONOUS = 2
WITH_PHONEME_EVENTS = 1
UTF8 = 1
RATE, PITCH = 1, 3
LIST_ENDS, WORD, PHONEME, MESSAGE_ENDS = 0, 1, 7, 6

WORDS_A_MINUTE = 160


class Identity(Union):
    _fields_ = [('number', c_int), ('name', c_char_p), ('phoneme', c_char * 8)]


class RawEvent(Structure):
    _fields_ = [('type', c_int), ('message', c_uint), ('character', c_int), ('length', c_int),
                ('milliseconds', c_int), ('sample', c_int), ('data', c_void_p), ('id', Identity)]


Event = namedtuple('Event', 'type seconds character length phone')
sound = bytearray()
events = []


@CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(RawEvent))
def collect(samples, count, raw):
    if samples and count > 0:
        sound.extend(string_at(samples, 2 * count))
    index = 0
    while raw[index].type != LIST_ENDS:
        event = raw[index]
        phone = event.id.phoneme.decode() if event.type == PHONEME else ''
        events.append(Event(event.type, event.milliseconds / 1000, event.character, event.length,
                            phone))
        index += 1
    return 0


def is_silence(event):
    return event.type == MESSAGE_ENDS or (event.type == PHONEME and event.phone.startswith('_'))


def print_words(text):
    starts = [index for index, event in enumerate(events) if event.type == WORD]
    for start, following in zip(starts, starts[1:] + [len(events) - 1]):
        word = events[start]
        own = events[start + 1:following]
        end = next((event for event in own if is_silence(event)), events[following])
        phones = ' '.join(event.phone for event in own if event.type == PHONEME)
        spelling = text[word.character - 1:word.character - 1 + word.length]
        print(f'{word.seconds:.6f}\t{end.seconds:.6f}\t{phones}\t{spelling}')


def save(path, samples_a_second):
    with wave_file.open(path, 'wb') as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(samples_a_second)
        target.writeframes(sound)


def main(text, wave, rate, voice, pitch):
    espeak = CDLL('libespeak-ng.so.1')
    espeak.espeak_Synth.argtypes = [c_char_p, c_size_t, c_uint, c_int, c_uint, c_uint, c_void_p,
                                    c_void_p]
    samples_a_second = espeak.espeak_Initialize(SYNCHRONOUS, 0, None, WITH_PHONEME_EVENTS)
    espeak.espeak_SetSynthCallback(collect)
    espeak.espeak_SetVoiceByName(voice.encode())
    espeak.espeak_SetParameter(RATE, round(WORDS_A_MINUTE * float(rate)), 0)
    espeak.espeak_SetParameter(PITCH, int(pitch), 0)
    spoken = text.encode()
    espeak.espeak_Synth(spoken, len(spoken) + 1, 0, 0, 0, UTF8, None, None)
    save(wave, samples_a_second)
    print_words(text)


main(*sys.argv[1:])

# Prints the intervals with text of all TextGrids of a folder: file, tier, start, end, text, parted by tabs.
form: "Folder"
	text: "folder", ""
endform
files = Create Strings as file list: "files", folder$ + "/*.TextGrid"
count = Get number of strings
for file to count
	selectObject: files
	name$ = Get string: file
	grid = Read from file: folder$ + "/" + name$
	tiers = Get number of tiers
	for tier to tiers
		isInterval = Is interval tier: tier
		if isInterval
			tier$ = Get tier name: tier
			intervals = Get number of intervals: tier
			for interval to intervals
				text$ = Get label of interval: tier, interval
				if text$ <> ""
					start = Get start time of interval: tier, interval
					end = Get end time of interval: tier, interval
					appendInfoLine: name$, tab$, tier$, tab$, fixed$ (start, 3), tab$, fixed$ (end, 3), tab$, text$
				endif
			endfor
		endif
	endfor
	removeObject: grid
endfor

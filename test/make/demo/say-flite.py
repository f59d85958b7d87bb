"""say-flite.py TEXT WAVE RATE [VOICE]: one line a word: start, end (s), phones, word."""

import sys
from ctypes import CDLL, POINTER, RTLD_GLOBAL, Structure, c_char_p, c_float, c_void_p

RMS_MALE_VOICE = 'cmu_us_rms'


class Voice(Structure):
    _fields_ = [('name', c_char_p), ('features', c_void_p)]


def library(name):
    return CDLL(f'lib{name}.so.1', mode=RTLD_GLOBAL)


def function(owner, name, result, *arguments):
    found = getattr(owner, name)
    found.restype, found.argtypes = result, arguments
    return found


flite = library('flite')
library('flite_usenglish')
library('flite_cmulex')

set_float = function(flite, 'flite_feat_set_float', None, c_void_p, c_char_p, c_float)
synthesise = function(flite, 'flite_synth_text', c_void_p, c_char_p, POINTER(Voice))
relation = function(flite, 'utt_relation', c_void_p, c_void_p, c_char_p)
head = function(flite, 'relation_head', c_void_p, c_void_p)
following = function(flite, 'item_next', c_void_p, c_void_p)
as_item_of = function(flite, 'item_as', c_void_p, c_void_p, c_char_p)
daughter = function(flite, 'item_daughter', c_void_p, c_void_p)
number = function(flite, 'ffeature_float', c_float, c_void_p, c_char_p)
string = function(flite, 'ffeature_string', c_char_p, c_void_p, c_char_p)
wave_of = function(flite, 'utt_wave', c_void_p, c_void_p)
save = function(flite, 'cst_wave_save_riff', None, c_void_p, c_char_p)


def siblings(item):
    while item:
        yield item
        item = following(item)


def phones(token):
    for word in siblings(daughter(token)):
        for syllable in siblings(daughter(as_item_of(word, b'SylStructure'))):
            yield from siblings(daughter(syllable))


def main(text, wave, rate, name=RMS_MALE_VOICE):
    flite.flite_init()
    register = function(library(f'flite_{name}'), f'register_{name}', POINTER(Voice), c_char_p)
    voice = register(None)
    set_float(voice.contents.features, b'duration_stretch', 1 / float(rate))
    utterance = synthesise(text.encode(), voice)
    save(wave_of(utterance), wave.encode())
    for token in siblings(head(relation(utterance, b'Token'))):
        spoken = list(phones(token))
        start = number(spoken[0], b'R:Segment.p.end')
        end = number(spoken[-1], b'R:Segment.end')
        names = ' '.join(string(phone, b'name').decode() for phone in spoken)
        print(f'{start:.6f}\t{end:.6f}\t{names}\t{string(token, b"name").decode()}')


main(*sys.argv[1:])

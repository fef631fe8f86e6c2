#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cuts the fonts of the printed sheets out of Bootstrap Italia's. Usage, from the repository's root: python3 libs/paper/tools/cut-fonts.py"""
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = 'node_modules/bootstrap-italia/dist/fonts'
TARGET = 'libs/paper/src/fonts'
ASCII = range(0x20, 0x7F)
# Latin-1, Latin Extended-A, the commas below of Romanian, dashes, quotes, ellipsis, euro.
LATIN = [*ASCII, *range(0xA0, 0x180), *range(0x218, 0x21C), 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2026, 0x20AC]
# Kerning costs a reader of the file time for each pair: kept between these letters, and from 2 % of the em on.
KERNED = [*ASCII, 0x2019, *map(ord, 'àèéìòùÀÈÉÌÒÙ')]
LEAST_KERN = 20

FONTS = [
    ('Titillium_Web/titillium-web-v10-latin-ext_latin-regular.ttf', 'TitilliumWeb-Regular.subset.ttf', LATIN),
    ('Titillium_Web/titillium-web-v10-latin-ext_latin-600.ttf', 'TitilliumWeb-SemiBold.subset.ttf', LATIN),
    ('Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.ttf', 'RobotoMono-Regular.subset.ttf', ASCII),
]


def kerning(font, letters):
    """The visible kerning pairs, as glyph names with their distance; the first subtable that names a pair decides it."""
    if 'GPOS' not in font:
        return {}
    names = [font.getBestCmap()[letter] for letter in letters if letter in font.getBestCmap()]
    pairs = {}
    for lookup in font['GPOS'].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first in names:
                if first in table.Coverage.glyphs:
                    for second, value in seconds(table, first, names):
                        pairs.setdefault((first, second), value)
    return {pair: value for pair, value in pairs.items() if abs(value) >= LEAST_KERN}


def seconds(table, first, names):
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        return [(record.SecondGlyph, record.Value1.XAdvance) for record in records if record.SecondGlyph in names]
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
    values = [(second, row[table.ClassDef2.classDefs.get(second, 0)].Value1) for second in names]
    return [(second, value.XAdvance if value else 0) for second, value in values]


def cut(source, target, letters):
    font = TTFont(f'{SOURCE}/{source}', recalcTimestamp=False)
    pairs = kerning(font, KERNED)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += ['GSUB', 'GPOS', 'GDEF', 'STAT', 'gasp']
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    if pairs:
        rules = '\n'.join(f'pos {first} {second} {value};' for (first, second), value in sorted(pairs.items()))
        addOpenTypeFeaturesFromString(font, f'languagesystem DFLT dflt; languagesystem latn dflt; feature kern {{ {rules} }} kern;', tables=['GPOS'])
    font.save(f'{TARGET}/{target}')


for source, target, letters in FONTS:
    cut(source, target, letters)

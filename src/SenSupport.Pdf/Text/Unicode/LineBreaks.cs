using System.Globalization;
using static SenSupport.Pdf.Text.Unicode.LineClass;

namespace SenSupport.Pdf.Text.Unicode;

/// <summary>
/// Where lines may end: the Unicode Line Breaking Algorithm (UAX 14, of Unicode 15.0, with the numbers of its example 7). It looks at most one
/// character ahead, so time grows with the length alone.
/// </summary>
internal static class LineBreaks
{
    /// <summary>Stands for a drawing in the line.</summary>
    public const char ObjectReplacement = '\uFFFC';

    /// <summary>
    /// Marks each unit after which a line may end. The end of the text is not marked. Tailored, as documents are set, a hyphen that starts a word
    /// stays with it, a range of figures stays whole, a space after a closing quotation mark is a place to break, and a drawing counts as a letter.
    /// </summary>
    public static bool[] Find(ReadOnlySpan<char> text, bool tailored = true)
    {
        var after = new bool[text.Length];
        var scan = new Scan(tailored);
        var end = 0;
        while (end < text.Length)
        {
            var length = char.IsHighSurrogate(text[end]) && end + 1 < text.Length && char.IsLowSurrogate(text[end + 1]) ? 2 : 1;
            var character = length == 2 ? char.ConvertToUtf32(text[end], text[end + 1]) : text[end];
            if (end > 0)
            {
                after[end - 1] = scan.MayBreakBefore(character, text[(end + length)..]);
            }
            else
            {
                scan.Start(character);
            }

            end += length;
        }

        return after;
    }

    private static LineClass ClassOf(int character, bool tailored) =>
        tailored && character == ObjectReplacement ? AL : Characters.LineClass(character);

    /// <summary>The class of what follows, past its marks; for the rules on numbers.</summary>
    private static LineClass? ClassOfNext(ReadOnlySpan<char> rest)
    {
        // Real numbers carry no marks; a limit keeps time bounded for those that pretend.
        for (var i = 0; i < rest.Length && i < 16; i++)
        {
            if (Characters.LineClass(rest[i]) is var type and not (CM or LineClass.ZWJ))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>What the rules need to know of the text before a place.</summary>
    private struct Scan(bool tailored)
    {
        private LineClass _last;
        private int _lastCharacter;
        private LineClass _beforeSpaces;
        private int _beforeSpacesCharacter;
        private bool _hebrewHyphen;
        private bool _wordStarts;
        private bool _endsInJoiner;
        private bool _oddIndicators;
        private Numeric _number;

        private enum Numeric
        {
            None,
            Inside,
            Closed,
        }

        public void Start(int character)
        {
            var type = ClassOf(character, tailored);
            _endsInJoiner = type is LineClass.ZWJ;
            Take(type is CM or LineClass.ZWJ ? AL : type, character, first: true);
        }

        public bool MayBreakBefore(int character, ReadOnlySpan<char> rest)
        {
            var type = ClassOf(character, tailored);
            var joined = _endsInJoiner;
            _endsInJoiner = type is LineClass.ZWJ;
            if (type is CM or LineClass.ZWJ)
            {
                if (_last is not (BK or CR or LF or NL or SP or ZW))
                {
                    // LB9: a mark belongs to what it stands on.
                    return false;
                }

                type = AL;
            }

            var may = !joined || _last is BK or CR or LF or NL ? Decide(type, character, rest) : false;
            Take(type, character, first: false);
            return may;
        }

        private void Take(LineClass type, int character, bool first)
        {
            _hebrewHyphen = type is HY or BA && _last is HL && !first;
            _wordStarts = first || _last is BK or CR or LF or NL or SP or ZW or CB or GL;
            _oddIndicators = type is RI && !(_oddIndicators && _last is RI);
            _number = type switch
            {
                NU => Numeric.Inside,
                SY or IS when _number is Numeric.Inside => Numeric.Inside,
                CL or CP or CPWide when _number is Numeric.Inside => Numeric.Closed,
                _ => Numeric.None,
            };
            _last = type;
            _lastCharacter = character;
            if (type is not SP)
            {
                _beforeSpaces = type;
                _beforeSpacesCharacter = character;
            }
            else if (first)
            {
                _beforeSpaces = SP;
            }
        }

        private readonly bool Decide(LineClass type, int character, ReadOnlySpan<char> rest)
        {
            // LB4 to LB8.
            if (_last is BK or LF or NL || (_last is CR && type is not LF))
            {
                return true;
            }

            if (type is BK or CR or LF or NL or SP or ZW)
            {
                return false;
            }

            if (_beforeSpaces is ZW)
            {
                return true;
            }

            // LB11 to LB17.
            if (type is WJ || _last is WJ or GL || (type is GL && _last is not (SP or BA or HY)))
            {
                return false;
            }

            if (type is CL or CP or CPWide or EX or IS or SY || _beforeSpaces is OP or OPWide)
            {
                return false;
            }

            if (_beforeSpaces is QU && type is OP or OPWide && (!tailored || _last is not SP || IsInitialQuote(_beforeSpacesCharacter)))
            {
                return false;
            }

            if ((_beforeSpaces is CL or CP or CPWide && type is NS) || (_beforeSpaces is B2 && type is B2))
            {
                return false;
            }

            // LB18 to LB22.
            if (_last is SP)
            {
                return true;
            }

            if (type is QU || _last is QU)
            {
                return false;
            }

            if (type is CB || _last is CB)
            {
                return true;
            }

            if (tailored && _wordStarts && (_last is HY || _lastCharacter == 0x2010) && type is AL or HL)
            {
                return false;
            }

            if (tailored && _lastCharacter == 0x2013 && type is NU)
            {
                return false;
            }

            return !(type is BA or HY or NS || _last is BB || (_hebrewHyphen && _last is HY or BA) || (_last is SY && type is HL) || type is IN) && MayBreakBetween(type, rest);
        }

        /// <summary>Rules LB23 to LB31.</summary>
        private readonly bool MayBreakBetween(LineClass type, ReadOnlySpan<char> rest)
        {
            var last = _last;
            if (_number is Numeric.Inside && type is NU or SY or IS)
            {
                return false;
            }

            if ((_number is not Numeric.None && type is PO or PR) || (last is OP or OPWide or HY && type is NU))
            {
                return false;
            }

            if (last is PR or PO && (type is NU || (type is OP or OPWide or HY && ClassOfNext(rest) is NU)))
            {
                return false;
            }

            return !(last switch
            {
                AL or HL => type is NU or PR or PO or AL or HL or OP,
                NU => type is AL or HL or OP,
                PR => type is ID or IDPictograph or EB or EM or AL or HL or JL or JV or JT or H2 or H3,
                PO => type is AL or HL,
                ID or EM => type is PO,
                IDPictograph => type is PO or EM,
                EB => type is PO or EM,
                JL => type is JL or JV or H2 or H3 or PO,
                JV or H2 => type is JV or JT or PO,
                JT or H3 => type is JT or PO,
                IS => type is AL or HL,
                CP => type is AL or HL or NU,
                RI => type is RI && _oddIndicators,
                _ => false,
            });
        }

        private static bool IsInitialQuote(int character) =>
            character <= char.MaxValue && char.GetUnicodeCategory((char)character) == UnicodeCategory.InitialQuotePunctuation;
    }
}

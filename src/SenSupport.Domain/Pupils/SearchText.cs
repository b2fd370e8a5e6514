using System.Globalization;
using System.Text;

namespace SenSupport.Domain.Pupils;

/// <summary>Folds names so that they are found and sorted without accents: "Wiśniewska" is found by "wisniewska".</summary>
public static class SearchText
{
    /// <summary>Lower case, without marks; letters, digits and single spaces only. Apostrophes vanish, so O’Reilly is "oreilly"; hyphens become spaces.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormD))
        {
            switch (character)
            {
                case 'ł' or 'Ł': folded.Append('l'); break;
                case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
                case 'ø' or 'Ø': folded.Append('o'); break;
                case 'ı': folded.Append('i'); break;
                case 'ß' or 'ẞ': folded.Append("ss"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case 'œ' or 'Œ': folded.Append("oe"); break;
                case 'þ' or 'Þ': folded.Append("th"); break;
                case '\'' or '’' or 'ʼ' or '‘' or '`': break;
                default:
                    if (char.IsLetterOrDigit(character))
                    {
                        folded.Append(char.ToLowerInvariant(character));
                    }
                    else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.Surrogate
                        && folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }

                    break;
            }
        }

        return folded.ToString().TrimEnd();
    }

    // Normalize throws on half a surrogate pair and on U+FFFE, which a form or a file can hold.
    private static string Whole(string? text) => string.Concat((text ?? "").EnumerateRunes().Where(rune => rune.Value != 0xFFFE));
}

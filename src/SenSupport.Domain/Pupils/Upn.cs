namespace SenSupport.Domain.Pupils;

/// <summary>Unique pupil number: a check letter and 12 digits, or 11 digits and a letter while it is temporary.</summary>
public static class Upn
{
    private const string CheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>Whether the text is a UPN with the right check letter. Spaces and lower case are not accepted: <see cref="Normalise"/> first.</summary>
    public static bool IsValid(string? upn)
    {
        if (upn is not { Length: 13 } || upn[1..12].Any(character => !char.IsAsciiDigit(character)))
        {
            return false;
        }

        var last = char.IsAsciiDigit(upn[12]) ? upn[12] - '0' : CheckLetters.IndexOf(upn[12]);
        if (last < 0)
        {
            return false;
        }

        var sum = last * 13;
        for (var position = 2; position <= 12; position++)
        {
            sum += (upn[position - 1] - '0') * position;
        }

        return upn[0] == CheckLetters[sum % 23];
    }

    /// <summary>Whether a valid UPN is a temporary one, which ends in a letter.</summary>
    public static bool IsTemporary(string upn) => IsValid(upn) && char.IsAsciiLetter(upn[12]);

    /// <summary>The text without spaces and in capitals, as UPNs are stored.</summary>
    public static string Normalise(string? typed) => string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
}

namespace SenSupport.Pdf.Text.Unicode;

/// <summary>Properties of characters that .NET does not tell, from <see cref="UnicodeTables"/>.</summary>
internal static class Characters
{
    /// <summary>Characters below this are all left to right or neutral, and none joins.</summary>
    public const int FirstRightToLeft = 0x590;

    private static readonly CodePointTable Bidi = new(UnicodeTables.BidiClasses);
    private static readonly CodePointTable Line = new(UnicodeTables.LineClasses);
    private static readonly CodePointTable Joining = new(UnicodeTables.JoiningTypes);
    private static readonly CodePointTable Emoji = new(UnicodeTables.Emoji);
    private static readonly Dictionary<int, int> Mirrors = Pairs(UnicodeTables.Mirrors);
    private static readonly Dictionary<int, int> Brackets = Pairs(UnicodeTables.Brackets);

    public static BidiClass BidiClass(int character) => (BidiClass)Bidi[character];

    public static LineClass LineClass(int character) => (LineClass)Line[character];

    public static JoiningType JoiningType(int character) => (JoiningType)Joining[character];

    public static EmojiKinds EmojiKinds(int character) => (EmojiKinds)Emoji[character];

    /// <summary>The character that looks like this one in a mirror, or itself.</summary>
    public static int Mirror(int character) => Mirrors.GetValueOrDefault(character, character);

    /// <summary>
    /// The closing bracket that belongs to an opening one as a positive number, the opening one that belongs to a closing one as a
    /// negative number, 0 for what is no bracket (UAX 9, BD14 to BD16). Angle brackets that are canonically equal count as one.
    /// </summary>
    public static int Bracket(int character) => Brackets.GetValueOrDefault(character);

    private static Dictionary<int, int> Pairs(string packed)
    {
        var bytes = Convert.FromBase64String(packed);
        Dictionary<int, int> pairs = [];
        for (var at = 0; at < bytes.Length;)
        {
            var from = CodePointTable.ReadNumber(bytes, ref at);
            var to = CodePointTable.ReadNumber(bytes, ref at);
            pairs.Add(from, (to & 1) == 0 ? to >> 1 : -(to >> 1));
        }

        return pairs;
    }
}

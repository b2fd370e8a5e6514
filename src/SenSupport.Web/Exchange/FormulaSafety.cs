namespace SenSupport.Web.Exchange;

/// <summary>
/// Keeps a spreadsheet from running a cell of a CSV file as a formula: an apostrophe goes before =, +, -, @, tab and return.
/// A text that already has apostrophes there gets one more, so that taking one off always gives the text back.
/// </summary>
internal static class FormulaSafety
{
    /// <summary>The text as it is safe in a cell.</summary>
    public static string Make(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Make"/> was given.</summary>
    public static string Undo(string text) => text.StartsWith('\'') && IsDangerous(text) ? text[1..] : text;

    private static bool IsDangerous(string text)
    {
        var first = 0;
        while (first < text.Length && text[first] == '\'')
        {
            first++;
        }

        return first < text.Length && text[first] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }
}

namespace SenSupport.Web.Features.Shared;

/// <summary>The keys that lead to a page: "g", then one of these. The menu carries them, the script reads them there, and the help page lists them.</summary>
public static class Shortcuts
{
    /// <summary>The pages and their keys, in the order of the menu.</summary>
    public static IReadOnlyList<(string Key, string Text, string Href)> Pages { get; } =
    [
        ("h", "Home", "/"),
        ("p", "Register, or the list of pupils", "/pupils"),
        ("m", "My pupils", "/my-pupils"),
        ("v", "Reviews", "/reviews"),
        ("c", "Concerns", "/concerns"),
        ("c", "Concerns", "/concerns/mine"),
        ("d", "Duties", "/duties"),
        ("b", "Banks", "/banks/targets"),
        ("s", "School", "/school/settings"),
        ("r", "Reports", "/reports"),
    ];

    /// <summary>The key of an address; null where it has none.</summary>
    public static string? KeyOf(string href) => Pages.Where(page => page.Href == href).Select(page => page.Key).FirstOrDefault();
}

namespace SenSupport.Web.Tests.Architecture;

/// <summary>The product's own source files.</summary>
internal static class Sources
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The web project's folder.</summary>
    public static string Web { get; } = Path.Combine(Root, "src", "SenSupport.Web");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SenSupport.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository");
        }

        return folder.FullName;
    }
}

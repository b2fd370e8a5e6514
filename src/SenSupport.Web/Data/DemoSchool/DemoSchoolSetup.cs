namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Puts the demonstration school into a new database, in Development only.</summary>
public static class DemoSchoolSetup
{
    /// <summary>
    /// In Development, and unless the setting <c>DemoSchool:Enabled</c> is false: makes the school when there is none, and says after the start where the
    /// application is and who can sign in. Everywhere else it does nothing.
    /// </summary>
    public static async Task SeedDemoSchoolAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("DemoSchool:Enabled", true))
        {
            return;
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await DemoSchool.SeedAsync(scope.ServiceProvider);
        }

        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Welcome(app.Urls)));
    }

    private static string Welcome(IEnumerable<string> addresses) => string.Join(
        Environment.NewLine,
        [
            "",
            $"SenSupport is running at {string.Join(" and ", addresses)}",
            "",
            $"Demonstration accounts (password {DemoSchool.Password}):",
            .. DemoSchool.AccountsInWords().Select(account => $"  {account.Email,-24} {account.Who}"),
            "",
        ]);
}

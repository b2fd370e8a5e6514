using SenSupport.Web.Data;
using SenSupport.Web.Data.DemoSchool;
using SenSupport.Web.Features;
using SenSupport.Web.Security;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSenSupportDatabase();
    builder.AddSenSupportSecurity();
    builder.AddSenSupportPages();

    // Styles load when the application runs unpublished outside Development, too.
    builder.WebHost.UseStaticWebAssets();
    builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";

    var app = builder.Build();
    await app.PrepareDatabaseAsync();
    await app.SeedDemoSchoolAsync();

    app.UseExceptionHandler("/errors/500");
    app.UseStatusCodePagesWithReExecute("/errors/{0}");
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapControllers().WithStaticAssets();
    await app.RunAsync();
    return 0;
}
catch (StartupProblemException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}

/// <summary>The application; tests start it from here.</summary>
public sealed partial class Program;

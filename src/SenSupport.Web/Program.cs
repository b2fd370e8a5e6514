using SenSupport.Web.Data;
using SenSupport.Web.Data.DemoSchool;
using SenSupport.Web.Email;
using SenSupport.Web.Features;
using SenSupport.Web.Features.Imports;
using SenSupport.Web.Features.SetUp;
using SenSupport.Web.Logging;
using SenSupport.Web.Security;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSenSupportLogging();
    builder.AddSenSupportDatabase();
    builder.AddSenSupportSecurity();
    builder.AddSenSupportEmail();
    builder.AddSenSupportPages();
    builder.AddSenSupportImports();

    // Styles load when the application runs unpublished outside Development, too.
    builder.WebHost.UseStaticWebAssets();
    builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";

    var app = builder.Build();
    await app.PrepareDatabaseAsync();
    if (app.SetUpFileName() is { } file)
    {
        return await app.SetUpFromFileAsync(file, Console.Out, Console.Error);
    }

    await app.SeedDemoSchoolAsync();
    app.OfferSetUp();

    app.UseMiddleware<RequestLog>();
    app.UseSecurityHeaders();
    if (!app.Environment.IsDevelopment())
    {
        // Redirects only where the application itself has an HTTPS address. Behind a proxy set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true.
        app.UseHsts();
        app.UseHttpsRedirection();
    }

    app.UseExceptionHandler("/errors/500");
    app.UseStatusCodePagesWithReExecute("/errors/{0}");
    app.UseRequestLocalization();
    app.UseRouting();
    app.Use(RequestLog.NoteAsync);
    app.UseSetUpGate();
    app.UseRateLimiter();
    app.UsePostedFormsOnly(PagesSetup.MostFormBytes);
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapControllers().WithStaticAssets();
    await app.RunAsync();
    return 0;
}
catch (StartupProblemException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync("The address is in use by another program. Stop it, or start SenSupport on another with --urls.");
    return 1;
}

/// <summary>The application; tests start it from here.</summary>
public sealed partial class Program;

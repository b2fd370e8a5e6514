using System.Net.Mail;
using SenSupport.Web.Data;

namespace SenSupport.Web.Email;

/// <summary>
/// How e-mail goes out. Through a mail server when <c>Email:Smtp:Host</c> is set; into a folder of files when <c>Email:Folder</c> is, and in Development
/// (<c>App_Data/mail</c>); else not at all, and pages show links to copy.
/// </summary>
public static class EmailSetup
{
    /// <summary>Adds the sender that the settings name.</summary>
    /// <exception cref="StartupProblemException">A mail server is named and what it needs is not.</exception>
    public static void AddSenSupportEmail(this WebApplicationBuilder builder)
    {
        Check(builder.Configuration);
        builder.Services.AddSingleton<SiteAddress>();

        // Made late, so that settings given late (a test's, a host's) count.
        builder.Services.AddSingleton<IEmailSender>(services => Make(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>()));
    }

    private static IEmailSender Make(IConfiguration settings, IHostEnvironment host)
    {
        if (settings["Email:Smtp:Host"] is { Length: > 0 } server)
        {
            var useTls = settings.GetValue("Email:Smtp:UseTls", true);
            return new SmtpEmail(new SmtpSettings(
                server,
                settings.GetValue("Email:Smtp:Port", useTls ? 587 : 25),
                settings["Email:Smtp:User"] ?? "",
                settings["Email:Smtp:Password"] ?? "",
                settings["Email:Smtp:From"] ?? "",
                useTls));
        }

        var folder = settings["Email:Folder"] ?? (host.IsDevelopment() ? "App_Data/mail" : "");
        return folder.Length == 0 ? new NoEmail() : new MailFolder(Path.GetFullPath(folder, host.ContentRootPath), settings["Email:Smtp:From"] ?? "sensupport@school.example");
    }

    // A link in a message must never follow the Host header of whoever asked for it: with e-mail that leaves the machine the address of the site is a setting.
    private static void Check(ConfigurationManager settings)
    {
        if (settings["Email:Smtp:Host"] is not { Length: > 0 })
        {
            return;
        }

        if (!MailAddress.TryCreate(settings["Email:Smtp:From"], out _))
        {
            throw new StartupProblemException("Email:Smtp:Host is set: set Email__Smtp__From to the address that messages come from, and start again.");
        }

        if (!Uri.TryCreate(settings["Site:Address"], UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            throw new StartupProblemException("Email:Smtp:Host is set: set Site__Address to the address of SenSupport as people type it (https://…), so that links in messages lead here, and start again.");
        }
    }
}

/// <summary>Where the site is, for links that are read elsewhere: setting <c>Site:Address</c>, or else the address that the request came to.</summary>
public sealed class SiteAddress(IConfiguration settings)
{
    /// <summary>The address as it is set, without a slash at its end; empty where it is not.</summary>
    public string Known => (settings["Site:Address"] ?? "").TrimEnd('/');

    /// <summary>The site's address without a slash at its end.</summary>
    public string Of(HttpRequest request) => Known is { Length: > 0 } known ? known : $"{request.Scheme}://{request.Host}";
}

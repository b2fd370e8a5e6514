using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Email;

namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>Keeps what the application sends, or fails as a mail server does.</summary>
public sealed partial class FakeEmail : IEmailSender
{
    private readonly List<EmailMessage> sent = [];

    public bool CanSend => true;

    /// <summary>Whether the server refuses.</summary>
    public bool Fails { get; set; }

    public IReadOnlyList<EmailMessage> Sent
    {
        get
        {
            lock (sent)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>The same application with e-mail, on the same database. Its log is a folder of its own.</summary>
    public static (WebApplicationFactory<Program> App, FakeEmail Email) In(TestApp app)
    {
        var email = new FakeEmail();
        var logs = Path.Combine(app.Folder, $"logs-{Guid.NewGuid():N}");
        return (app.WithWebHostBuilder(host => host
            .ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(new Dictionary<string, string?> { ["Logs:Folder"] = logs }))
            .ConfigureTestServices(services => services.AddSingleton<IEmailSender>(email))), email);
    }

    /// <summary>The message to an address, once it is there.</summary>
    public async Task<EmailMessage> WaitAsync(string to)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (Sent.FirstOrDefault(message => message.To == to) is { } found)
            {
                return found;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"Nothing was sent to {to}");
    }

    /// <summary>The path of the link in a message.</summary>
    public static string LinkIn(string text) => Link().Match(text) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException("No link in the message");

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        if (Fails)
        {
            throw new EmailProblemException(new IOException("The server does not answer"));
        }

        lock (sent)
        {
            sent.Add(message);
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"https?://[^/\s]+(/account/\S+)")]
    private static partial Regex Link();
}

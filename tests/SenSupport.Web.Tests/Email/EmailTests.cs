using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SenSupport.Web.Data;
using SenSupport.Web.Email;

namespace SenSupport.Web.Tests.Email;

public sealed class EmailTests
{
    private static readonly EmailMessage Message = new("zofia@school.example", "Zofia Wiśniewska", "Your link", "Hello Zofia,\n\nhttps://sen.example/account/invitation/abc\n");

    [Fact]
    public void Setup_WhenNothingIsSet_SendsNothingOutsideDevelopment()
    {
        Assert.False(Make("Production").CanSend);
        Assert.IsType<MailFolder>(Make("Development"));
    }

    [Theory]
    [InlineData("Email__Smtp__From", "--Email:Smtp:Host", "mail.example", "--Site:Address", "https://sen.example")]
    [InlineData("Site__Address", "--Email:Smtp:Host", "mail.example", "--Email:Smtp:From", "sen@school.example")]
    [InlineData("Site__Address", "--Email:Smtp:Host", "mail.example", "--Email:Smtp:From", "sen@school.example", "--Site:Address", "sen.example")]
    public void Setup_WhenAServerLacksSomething_SaysWhatAtTheStart(string missing, params string[] settings) =>
        Assert.Contains(missing, Assert.Throws<StartupProblemException>(() => Make("Production", settings)).Message);

    [Fact]
    public async Task Folder_WhenAMessageIsSent_HoldsItAsAFile()
    {
        var folder = Directory.CreateTempSubdirectory("sensupport-mail-").FullName;

        await new MailFolder(Path.Combine(folder, "new"), "sen@school.example").SendAsync(Message);

        var text = Decoded(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "new"), "*.eml"))));
        Assert.Contains("zofia@school.example", text);
        Assert.Contains("Hello Zofia,\r\n\r\nhttps://sen.example/account/invitation/abc\r\n", text);
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task Server_WhenItTakesAMessage_GetsItWhole()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var heard = HearAsync(server);

        await new SmtpEmail(Settings(server)).SendAsync(Message);

        var text = Decoded(await heard);
        Assert.Contains("RCPT TO:<zofia@school.example>", text);
        Assert.Contains("https://sen.example/account/invitation/abc", text);
    }

    [Fact]
    public async Task Server_WhenItIsNotThere_SaysThatNothingWasSentAndNotToWhom()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var settings = Settings(server);
        server.Stop();

        var problem = await Assert.ThrowsAsync<EmailProblemException>(() => new SmtpEmail(settings).SendAsync(Message));

        Assert.Equal("The e-mail could not be sent", problem.Message);
    }

    [Fact]
    public async Task Send_WhenTheAddressWouldAddAHeader_Refuses() =>
        await Assert.ThrowsAsync<EmailProblemException>(() => new MailFolder(Path.GetTempPath(), "sen@school.example").SendAsync(Message with { To = "a@b.example\r\nBcc: c@d.example" }));

    [Fact]
    public void Address_WhenSet_IsThatAndNeverTheHostHeader()
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("evil.example"));

        Assert.Equal("https://sen.example", Build("Production", "--Site:Address", "https://sen.example/").Services.GetRequiredService<SiteAddress>().Of(request));
        Assert.Equal("http://evil.example", Build("Production").Services.GetRequiredService<SiteAddress>().Of(request));
    }

    // Quoted-printable, as far as these messages use it.
    private static string Decoded(string text) =>
        text.ReplaceLineEndings("\r\n").Replace("=\r\n", "", StringComparison.Ordinal).Replace("=0D=0A", "\r\n", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    private static IEmailSender Make(string environment, params string[] settings) => Build(environment, settings).Services.GetRequiredService<IEmailSender>();

    private static WebApplication Build(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(["--environment", environment, .. settings]);
        builder.AddSenSupportEmail();
        return builder.Build();
    }

    private static SmtpSettings Settings(TcpListener server) => new("127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port, "", "", "sen@school.example", UseTls: false);

    // As much of a mail server as a client needs to be content.
    private static async Task<string> HearAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 ready");
        var heard = new StringBuilder();
        for (var inData = false; await reader.ReadLineAsync() is { } line;)
        {
            heard.AppendLine(line);
            if (inData && line != ".")
            {
                continue;
            }

            inData = line == "DATA";
            await writer.WriteLineAsync(inData ? "354 go on" : line == "QUIT" ? "221 bye" : "250 ok");
            if (line == "QUIT")
            {
                break;
            }
        }

        return heard.ToString();
    }
}

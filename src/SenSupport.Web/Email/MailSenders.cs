using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace SenSupport.Web.Email;

/// <summary>Hands messages to a mail server.</summary>
public sealed class SmtpEmail(SmtpSettings settings) : IEmailSender
{
    // A person waits for the answer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public bool CanSend => true;

    /// <inheritdoc/>
    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.UseTls,
            Credentials = settings.User.Length > 0 ? new NetworkCredential(settings.User, settings.Password) : null,
        };
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Longest);
        await Mail.SendAsync(client, settings.From, message, soon.Token);
    }
}

/// <summary>Writes each message into a folder, as an <c>.eml</c> file that mail programs open.</summary>
public sealed class MailFolder(string folder, string from) : IEmailSender
{
    /// <inheritdoc/>
    public bool CanSend => true;

    /// <inheritdoc/>
    public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        await Mail.SendAsync(client, from, message, cancellationToken);
    }
}

/// <summary>No e-mail is configured.</summary>
public sealed class NoEmail : IEmailSender
{
    /// <inheritdoc/>
    public bool CanSend => false;

    /// <inheritdoc/>
    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default) => throw new EmailProblemException(new InvalidOperationException("No e-mail is configured"));
}

/// <summary>How the mail server is reached: settings under <c>Email:Smtp</c>.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">The account to send with; empty for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="From">The address that messages come from.</param>
/// <param name="UseTls">Whether the connection is encrypted (STARTTLS).</param>
public sealed record SmtpSettings(string Host, int Port, string User, string Password, string From, bool UseTls);

internal static class Mail
{
    public static async Task SendAsync(SmtpClient client, string from, EmailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var mail = new MailMessage(new MailAddress(from, "SenSupport"), new MailAddress(message.To, message.ToName))
            {
                Subject = message.Subject.ReplaceLineEndings(" "),
                SubjectEncoding = Encoding.UTF8,
                Body = message.Text.ReplaceLineEndings("\r\n"),
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = TransferEncoding.QuotedPrintable,
            };
            await client.SendMailAsync(mail, cancellationToken);
        }
        catch (Exception problem) when (problem is SmtpException or FormatException or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            throw new EmailProblemException(problem);
        }
    }
}

namespace SenSupport.Web.Email;

/// <summary>Sends e-mail, or says that it cannot.</summary>
public interface IEmailSender
{
    /// <summary>Whether e-mail is configured. When it is not, pages show a link to copy instead.</summary>
    bool CanSend { get; }

    /// <summary>Sends one message.</summary>
    /// <exception cref="EmailProblemException">It was not taken: the server is not there, refuses, or takes too long.</exception>
    Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default);
}

/// <summary>One message to one person, in plain text.</summary>
/// <param name="To">Their address.</param>
/// <param name="ToName">Their name.</param>
/// <param name="Subject">The subject; never a pupil's name.</param>
/// <param name="Text">The words.</param>
public sealed record EmailMessage(string To, string ToName, string Subject, string Text);

/// <summary>A message was not taken for delivery. The message of this exception says nothing of its content.</summary>
public sealed class EmailProblemException(Exception reason) : Exception("The e-mail could not be sent", reason);

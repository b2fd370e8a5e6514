using SenSupport.Web.Email;

namespace SenSupport.Web.Features.Shared.Asking;

/// <summary>Tells colleagues by e-mail that they are asked for something, where e-mail is configured. No message names a pupil.</summary>
public sealed class TellColleaguesHandler(IEmailSender email, SiteAddress site, ILogger<TellColleaguesHandler> log)
{
    /// <summary>What a short assessment is called in a sentence.</summary>
    public const string Assessment = "a short assessment";

    /// <summary>Whether messages can be sent at all.</summary>
    public bool CanSend => email.CanSend;

    /// <summary>Sends the messages. One that is not taken stops nothing: the request stands on the colleague's page all the same.</summary>
    /// <returns>How many were sent.</returns>
    public Task<int> TellAsync(HttpRequest request, IEnumerable<(string Name, string Email)> colleagues, DateOnly due, bool isReminder, string what = Assessment) =>
        TellAsync(site.Of(request), colleagues, due, isReminder, what);

    /// <summary>The same without a request: the link goes along where the site's address is set.</summary>
    /// <returns>How many were sent.</returns>
    public Task<int> RemindAsync(string name, string address, DateOnly due, string what) => TellAsync(site.Known, [(name, address)], due, isReminder: true, what);

    private async Task<int> TellAsync(string home, IEnumerable<(string Name, string Email)> colleagues, DateOnly due, bool isReminder, string what)
    {
        var where = home.Length > 0 ? $"{home}/asked" : "Sign in to SenSupport: it stands there under “Asked of you”.";
        var told = 0;
        foreach (var (name, address) in email.CanSend ? colleagues.Where(colleague => colleague.Email.Length > 0) : [])
        {
            try
            {
                await email.SendAsync(new EmailMessage(
                    address,
                    name,
                    isReminder ? $"Reminder: {what}" : $"You are asked for {what}",
                    $"Dear {name},\n\n{(isReminder ? "You have been asked" : "You are asked")} for {what} by {UkDate.Long(due)}. It takes two minutes.\n\n{where}\n"));
                told++;
            }
            catch (EmailProblemException problem)
            {
                // A server that is not there would keep the person waiting once more for each colleague.
                log.LogWarning(problem, "A message to a colleague was not taken");
                break;
            }
        }

        return told;
    }
}

using SenSupport.Web.Email;

namespace SenSupport.Web.Features.Shared.Asking;

/// <summary>Tells colleagues by e-mail that they are asked for something, where e-mail is configured. No message names a pupil.</summary>
public sealed class TellColleaguesHandler(IEmailSender email, SiteAddress site, ILogger<TellColleaguesHandler> log)
{
    /// <summary>Sends the messages. One that is not taken stops nothing: the request stands on the colleague's page all the same.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> TellAsync(HttpRequest request, IEnumerable<(string Name, string Email)> colleagues, DateOnly due, bool isReminder)
    {
        var told = 0;
        foreach (var (name, address) in email.CanSend ? colleagues.Where(colleague => colleague.Email.Length > 0) : [])
        {
            try
            {
                await email.SendAsync(new EmailMessage(
                    address,
                    name,
                    isReminder ? "Reminder: a short assessment" : "You are asked for a short assessment",
                    $"Dear {name},\n\n{(isReminder ? "You have been asked" : "You are asked")} for a short assessment by {UkDate.Long(due)}. It takes two minutes.\n\n{site.Of(request)}/asked\n"));
                told++;
            }
            catch (EmailProblemException problem)
            {
                // A server that is not there would keep the person waiting once more for each colleague.
                log.LogWarning(problem, "A message about a short assessment was not taken");
                break;
            }
        }

        return told;
    }
}

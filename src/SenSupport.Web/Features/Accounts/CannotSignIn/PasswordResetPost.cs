using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Email;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.CannotSignIn;

/// <summary>
/// Sends links to another password after the page has answered: neither its words nor its time tell whether there is such an account. One account gets at
/// most a few an hour, so that nobody can fill a colleague's mailbox.
/// </summary>
public sealed class PasswordResetPost(IServiceScopeFactory scopes, IEmailSender email, ILogger<PasswordResetPost> log) : BackgroundService
{
    private const int MostWaiting = 500, MostAnHour = 4;

    private readonly Channel<Asked> asked = Channel.CreateBounded<Asked>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Notes that somebody asked.</summary>
    /// <param name="address">The e-mail address that they typed.</param>
    /// <param name="site">The site's address, for the link.</param>
    public void Ask(string address, string site) => asked.Writer.TryWrite(new Asked(address, site));

    /// <summary>Whether an account belongs to somebody who is on a school's staff now.</summary>
    public static IQueryable<StaffMember> Current(SenSupportDbContext db, Guid accountId) =>
        db.Staff.IgnoreQueryFilters().AsNoTracking().Where(staff => staff.AccountId == accountId && staff.Roles != StaffRoles.None && staff.LeftOn == null);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var one in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(one, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "A link to another password could not be sent");
            }
        }
    }

    private async Task SendAsync(Asked one, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var links = services.GetRequiredService<AccountLinks>();
        var account = await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(one.Address);
        if (account is null
            || await Current(services.GetRequiredService<SenSupportDbContext>(), account.Id).FirstOrDefaultAsync(stopping) is not { } staff
            || await links.ResetsInTheLastHourAsync(account.Id) >= MostAnHour)
        {
            return;
        }

        var link = await links.ResetAsync(account.Id);
        var text = $"""
            Hello {staff.Name},

            somebody, probably you, said on the sign-in page of SenSupport that you cannot sign in. Choose a new password here:

            {one.Site}{link.Path}

            The link works once, for 2 hours. If it was not you, do nothing: your password stays as it is.
            """;
        await email.SendAsync(new EmailMessage(account.Email!, staff.Name, "Choose a new password for SenSupport", text), stopping);
    }

    private sealed record Asked(string Address, string Site);
}

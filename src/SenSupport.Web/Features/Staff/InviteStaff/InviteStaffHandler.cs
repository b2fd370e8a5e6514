using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Data;
using SenSupport.Web.Email;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Staff.InviteStaff;

/// <summary>
/// Gives a person a link: to accept an invitation, or to choose another password. It goes by e-mail; where there is none, or the server refuses, it is shown
/// to be copied. The link is saved first, so that a message that cannot be sent loses nothing.
/// </summary>
public sealed class InviteStaffHandler(ChangeStaffHandler staff, AccountLinks links, IEmailSender email, SenSupportDbContext db)
{
    /// <summary>Invites a person; an earlier invitation is good no longer. Null when they are not <paramref name="by"/>'s to look after.</summary>
    /// <exception cref="DomainRuleException">They sign in already, have left, or have no address or role.</exception>
    public async Task<LinkGiven?> InviteAsync(SignedInStaff by, Guid staffId, string site)
    {
        MadeLink? made = null;
        var member = await staff.ChangeAsync(by, staffId, null, async change =>
        {
            change.Member.Invite(change.By);
            made = await links.InviteAsync(by.SchoolId, staffId);
        });
        return member is null ? null : await SendAsync(
            member,
            site + made!.Path,
            $"Your invitation to SenSupport at {by.SchoolName}",
            $"""
            Hello {member.Name},

            {by.Name} invites you to SenSupport, where {by.SchoolName} keeps its SEN Support records. Choose a password and sign in:

            {site}{made.Path}

            The link works once, until {SignInWords.Moment(made.ExpiresAt)}. Do not pass it on: it opens the records in your name.
            """);
    }

    /// <summary>Makes a link to another password. Null when they are not <paramref name="by"/>'s to look after.</summary>
    /// <exception cref="DomainRuleException">They do not sign in, or at another school, too.</exception>
    public async Task<LinkGiven?> GivePasswordLinkAsync(SignedInStaff by, Guid staffId, string site)
    {
        MadeLink? made = null;
        var member = await staff.ChangeAsync(by, staffId, null, async change =>
        {
            change.Member.GivePasswordLink(change.By);
            var account = change.Member.AccountId!.Value;

            // Whoever holds the link can sign in at the other school, where this one has no say.
            var isElsewhere = await StaffReads.ElsewhereWith(db, account, by.SchoolId).AnyAsync();
            DomainRuleException.Require(!isElsewhere, $"{change.Member.Name} signs in at another school, too: only they can ask for a link, on the sign-in page under “I cannot sign in”");
            made = await links.ResetAsync(account);
        });
        return member is null ? null : await SendAsync(
            member,
            site + made!.Path,
            "Choose a new password for SenSupport",
            $"""
            Hello {member.Name},

            {by.Name} made this link for you. Choose a new password for SenSupport with it:

            {site}{made.Path}

            The link works once, until {SignInWords.Moment(made.ExpiresAt)}. If you did not ask for it, tell {by.Name}.
            """);
    }

    /// <summary>Takes an invitation back. False when they are not <paramref name="by"/>'s to look after.</summary>
    public async Task<bool> WithdrawAsync(SignedInStaff by, Guid staffId) =>
        await staff.ChangeAsync(by, staffId, null, async change =>
        {
            if (await links.WithdrawInvitationsAsync(staffId) > 0)
            {
                change.Member.WithdrawInvitation(change.By);
            }
        }) is not null;

    private async Task<LinkGiven> SendAsync(StaffMember member, string address, string subject, string text)
    {
        if (!email.CanSend || member.Email.Length == 0)
        {
            return new LinkGiven(member.Name, address, $"Copy the link and give it to {member.Name} yourself. It is shown only now.");
        }

        try
        {
            await email.SendAsync(new EmailMessage(member.Email, member.Name, subject, text));
            return new LinkGiven(member.Name, null, $"The link is on its way to {member.Email}.");
        }
        catch (EmailProblemException)
        {
            return new LinkGiven(member.Name, address, $"The email to {member.Email} could not be sent. Copy the link and give it to {member.Name} yourself, or try again later. It is shown only now.");
        }
    }
}

/// <summary>A link that was given to a person.</summary>
/// <param name="Name">The person.</param>
/// <param name="ToCopy">The whole address, when somebody has to pass it on; null when it went by e-mail.</param>
/// <param name="Words">What became of it.</param>
public sealed record LinkGiven(string Name, string? ToCopy, string Words);

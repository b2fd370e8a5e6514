using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Accounts.SignIn;

/// <summary>
/// What was typed on a page whose session had lapsed. The sign-in page carries it, protected, for at most half a day; the server keeps nothing of somebody
/// who has not signed in. Once they have, it is their draft.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, DraftStore drafts, SchoolScope scope)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(nameof(KeptForms)).ToTimeLimitedDataProtector();

    /// <summary>The page and the fields, readable only here.</summary>
    public string Protect(DraftPage page, IFormCollection fields) => protector.Protect($"{page.Path}\n{DraftFields.Write(fields)}", Longest);

    /// <summary>Makes it the person's draft when the pupil is theirs to see.</summary>
    /// <returns>The page to go to; null when it is too old, not ours, or about a pupil whom they do not see.</returns>
    public async Task<string?> StoreAsync(SignedInStaff staff, string kept)
    {
        string[] parts;
        try
        {
            parts = protector.Unprotect(kept).Split('\n', 2);
        }
        catch (CryptographicException)
        {
            return null;
        }

        // The request began signed out and so without a school.
        scope.SchoolId = staff.SchoolId;
        if (parts.Length < 2 || !DraftPage.TryRead(parts[0], out var page) || !await drafts.MayKeepAsync(staff, page))
        {
            return null;
        }

        await drafts.KeepAsync(staff, page.Path, DraftFields.Read(parts[1]));
        return page.Path;
    }
}

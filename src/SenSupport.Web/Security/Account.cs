using Microsoft.AspNetCore.Identity;

namespace SenSupport.Web.Security;

/// <summary>What a person signs in with. Who they are in a school is in <see cref="Domain.Schools.StaffMember"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
}

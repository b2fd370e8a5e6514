using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>Accounts, cookies, and what they protect.</summary>
public static class SecuritySetup
{
    /// <summary>Adds sign-in, policies and data protection with its keys in the database.</summary>
    public static void AddSenSupportSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.Password.RequiredLength = 12;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        })
            .AddEntityFrameworkStores<SenSupportDbContext>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddPasswordValidator<HardToGuess>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<SecurityStamps>();
        builder.Services.AddSingleton<SchoolThere>();
        builder.Services.AddSingleton<SetUpCode>();
        builder.Services.AddScoped<PasswordSignIn>();
        builder.Services.AddScoped<AccountLinks>();
        builder.Services.AddScoped<CalendarFeeds>();
        builder.Services.AddScoped<LapsedSession>();
        builder.Services.AddRateLimiter(RateLimits.Add);
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "sensupport";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(2);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.EventsType = typeof(SignInCookieEvents);
        });
        builder.Services.AddScoped<SignInCookieEvents>();
        builder.Services.AddAuthorization(Policies.Add);
        builder.Services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "sensupport-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddHsts(https => https.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddDataProtection().SetApplicationName("SenSupport");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new ProtectionKeyStore(services.GetRequiredService<PlainDatabase>(), services.GetRequiredService<IServiceScopeFactory>())));
    }
}

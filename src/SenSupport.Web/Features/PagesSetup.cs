using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Accounts.CannotSignIn;
using SenSupport.Web.Features.Accounts.SignIn;
using SenSupport.Web.Features.Asked.RemindColleagues;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Drafts;
using SenSupport.Web.Features.Shared.Duties;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Features.Shared.Pupils;
using SenSupport.Web.Features.Shared.Recent;
using SenSupport.Web.Features.Shared.Records;
using SenSupport.Web.Features.Shared.Saving;

namespace SenSupport.Web.Features;

/// <summary>Pages, their views, forms and validators.</summary>
public static class PagesSetup
{
    /// <summary>The most bytes that a form may post: a plan full of long texts fits many times.</summary>
    public const long MostFormBytes = 8 * 1024 * 1024;

    /// <summary>Adds controllers with views by feature, handlers and validators.</summary>
    public static void AddSenSupportPages(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("en-GB");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MostFormBytes);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.Configure<FormOptions>(forms => forms.ValueCountLimit = 10_000);
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        // Names such as Wiśniewska go out as they are, not as numbered characters; what HTML gives a meaning is still encoded.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureFolders()));
        builder.Services.AddHealthChecks().AddDbContextCheck<SenSupportDbContext>();
        builder.Services.AddSingleton<KnownPages>();
        builder.Services.AddScoped<DraftStore>();
        builder.Services.AddScoped<DutyReader>();
        builder.Services.AddSingleton<KeptRecords>();
        builder.Services.AddScoped<KeptForms>();
        builder.Services.AddSingleton<RecentlyOpened>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RecentlyOpened>());
        builder.Services.AddHostedService<RemindingWorker>();
        builder.Services.AddSingleton<PasswordResetPost>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PasswordResetPost>());
        builder.Services.Configure<CookieTempDataProviderOptions>(notices => notices.Cookie.Name = "sensupport-notice");
        builder.Services.Configure<RequestLocalizationOptions>(culture =>
        {
            culture.SetDefaultCulture("en-GB").AddSupportedCultures("en-GB").AddSupportedUICultures("en-GB");
            culture.RequestCultureProviders.Clear();
        });
        builder.Services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<RefusedChanges>();
            mvc.Filters.Add<MergedPupils>();
            mvc.Filters.Add<NotesOpenedPupils>();
            mvc.Conventions.Add(new RouteParameters());
            mvc.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => "Enter a value in the right form");
            mvc.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => "Enter a number");
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        builder.Services.AddScoped<CycleSaver>();
        builder.Services.AddScoped<PupilSaver>();
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(typeof(PagesSetup).Assembly))
        {
            builder.Services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }

        foreach (var handler in typeof(PagesSetup).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Handler", StringComparison.Ordinal) && type.Namespace!.StartsWith("SenSupport.Web.Features", StringComparison.Ordinal)))
        {
            builder.Services.AddScoped(handler);
        }
    }
}

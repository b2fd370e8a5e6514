using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using SenSupport.Web.Data;

namespace SenSupport.Web.Security;

/// <summary>A page that is there although there is no school yet.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithoutSchoolAttribute : Attribute;

/// <summary>Whether the database holds a school. Once it does, it is not asked again.</summary>
public sealed class SchoolThere(PlainDatabase database)
{
    private volatile bool isThere;

    /// <summary>Whether there is a school.</summary>
    public bool Is => isThere || (isThere = database.ReadTexts("SELECT Name FROM Schools").Count > 0);

    /// <summary>Every school's key: nobody is signed in, so there is none to filter by.</summary>
    public static IQueryable<Guid> Any(SenSupportDbContext db) => db.Schools.IgnoreQueryFilters().Select(school => school.Id);
}

/// <summary>While there is no school, every address leads to the page that sets it up; what the page is made of, health and errors still answer.</summary>
public static class SetUpGate
{
    /// <summary>Where the school is set up.</summary>
    public const string Address = "/set-up";

    /// <summary>Stands behind routing, so that it knows which page is asked for.</summary>
    public static void UseSetUpGate(this WebApplication app) => app.Use(async (context, next) =>
    {
        var page = context.GetEndpoint()?.Metadata;
        if (page?.GetMetadata<WithoutSchoolAttribute>() is not null
            || page?.GetMetadata<StaticAssetDescriptor>() is not null
            || context.RequestServices.GetRequiredService<SchoolThere>().Is)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Address;
    });

    /// <summary>When there is no school, writes the code to the log once the application listens.</summary>
    public static void OfferSetUp(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SchoolThere>().Is)
        {
            return;
        }

        var code = app.Services.GetRequiredService<SetUpCode>().Make();
        app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogWarning("There is no school yet. Open {Address:l} and enter this code: {Code:l}", Address, code));
    }
}

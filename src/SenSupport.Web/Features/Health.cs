using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features;

/// <summary>Tells whoever watches the server whether the process runs and whether its database answers; no more than that.</summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().WithMetadata(new WithoutSchoolAttribute());
        app.MapHealthChecks("/health/ready").AllowAnonymous().WithMetadata(new WithoutSchoolAttribute());
    }
}

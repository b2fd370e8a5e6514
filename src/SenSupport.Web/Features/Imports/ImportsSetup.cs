using SenSupport.Web.Features.Imports.Running;

namespace SenSupport.Web.Features.Imports;

/// <summary>What runs beside the pages: the worker that applies imports, and the deletion of old files.</summary>
public static class ImportsSetup
{
    /// <summary>Adds them.</summary>
    public static void AddSenSupportImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddHostedService<ImportKeeping>();
    }
}

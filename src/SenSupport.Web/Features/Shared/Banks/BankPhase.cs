using SenSupport.Domain.Schools;

namespace SenSupport.Web.Features.Shared.Banks;

/// <summary>The phases as the banks name them.</summary>
public static class BankPhase
{
    /// <summary>The phase of a national curriculum year; empty where it has none.</summary>
    public static string Of(string ncYear) => NcYear.TryParse(ncYear, out var year) ? year.KeyStage switch
    {
        KeyStage.EarlyYears => "EYFS",
        KeyStage.KeyStage1 => "KS1",
        KeyStage.KeyStage2 => "KS2",
        KeyStage.KeyStage3 => "KS3",
        KeyStage.KeyStage4 => "KS4",
        KeyStage.KeyStage5 => "KS5",
        _ => "",
    } : "";
}

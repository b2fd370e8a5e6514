using SenSupport.Web.Exchange.Census;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Exports.CheckCensus;

/// <summary>Where a finding is put right.</summary>
public static class CensusMending
{
    /// <summary>The page below a pupil's own, and what its link says; null for a person who may not change that: status and needs are not the office's.</summary>
    public static (string Path, string Text)? For(CensusCheck check, SignedInStaff staff) => check switch
    {
        CensusCheck.Provision => staff.KeepsSenRecords ? ("/status", "Change the status") : null,
        CensusCheck.Needs or CensusCheck.Ranks or CensusCheck.NeedType or CensusCheck.NoAssessmentWithPlan => staff.KeepsSenRecords ? ("/needs", "Change the needs") : null,
        _ => staff.KeepsPupils ? ("/details", "Change the details") : null,
    };
}

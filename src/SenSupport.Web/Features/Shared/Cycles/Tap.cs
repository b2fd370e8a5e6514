namespace SenSupport.Web.Features.Shared.Cycles;

/// <summary>Five buttons that mark a target, each a submit of the form round it: fields <c>Target</c> and <c>Mark</c>.</summary>
/// <param name="Legend">What is asked, for screen readers.</param>
/// <param name="Now">The latest mark; null when there is none.</param>
public sealed record Tap(string Legend, int? Now);

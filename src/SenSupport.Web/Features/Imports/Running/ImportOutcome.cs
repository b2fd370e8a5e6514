namespace SenSupport.Web.Features.Imports.Running;

/// <summary>What an import came to.</summary>
/// <param name="Added">Records added.</param>
/// <param name="Changed">Records changed.</param>
/// <param name="Skipped">Rows that were not taken.</param>
/// <param name="Report">What was not taken, as JSON: a list of <see cref="ReportLine"/>.</param>
public sealed record ImportOutcome(int Added, int Changed, int Skipped, string Report);

/// <summary>Something that an import did not do, and why.</summary>
public sealed record ReportLine(int? Line, Guid? RecordId, string Name, string Why);

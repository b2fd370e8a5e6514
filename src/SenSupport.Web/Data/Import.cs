namespace SenSupport.Web.Data;

/// <summary>What a file holds that is imported. Stored by name.</summary>
public enum ImportKind
{
    /// <summary>The school's pupils.</summary>
    Pupils,

    /// <summary>The school's staff.</summary>
    Staff,

    /// <summary>What a school's words for its posts mean; only remembered, never imported.</summary>
    StaffRoles,

    /// <summary>Teaching groups; only their columns are remembered.</summary>
    Groups,

    /// <summary>Plans that are running: targets, strategies and provision.</summary>
    Plans,

    /// <summary>What pupils reached in subjects and tests.</summary>
    Points,
}

/// <summary>Where an import stands. Stored by name.</summary>
public enum ImportState
{
    /// <summary>Read and shown; nothing is changed.</summary>
    Previewed,

    /// <summary>Being applied.</summary>
    Applying,

    /// <summary>Applied, perhaps undone for some of its records.</summary>
    Applied,

    /// <summary>Being undone.</summary>
    Undoing,

    /// <summary>Undone for everything that it touched.</summary>
    Undone,

    /// <summary>Thrown away before anything changed.</summary>
    Discarded,
}

/// <summary>A file that was brought in: who, when, what it was, and what came of it. The row stays as history when the file itself is deleted.</summary>
public sealed class Import
{
    /// <summary>The import's key.</summary>
    public Guid Id { get; init; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Changes with every change of the row: of two people who act at once, one finds it changed.</summary>
    public Guid Version { get; set; }

    /// <summary>What it holds.</summary>
    public ImportKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; set; }

    /// <summary>When the file was brought in, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who brought it in.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>The file's name without folders, for display only.</summary>
    public string FileName { get; init; } = "";

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>The stored file; null once it is deleted.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Which field each column holds, where somebody said so: JSON list of field names, empty for a column that is not used. Empty while our own suggestion holds.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>What was chosen on the preview, as JSON; empty while nothing was.</summary>
    public string Choices { get; set; } = "";

    /// <summary>What the preview showed when it was confirmed: another result is shown again instead of applied.</summary>
    public string Confirmed { get; set; } = "";

    /// <summary>Rows of the file.</summary>
    public int Rows { get; set; }

    /// <summary>Records added.</summary>
    public int Added { get; set; }

    /// <summary>Records changed, those that left among them.</summary>
    public int Changed { get; set; }

    /// <summary>Rows that were not taken.</summary>
    public int Skipped { get; set; }

    /// <summary>The rows that were not taken and the differences that were left, as JSON, for the report.</summary>
    public string Report { get; set; } = "";

    /// <summary>Who applied or undid it last.</summary>
    public Guid? ActedById { get; set; }

    /// <summary>Their name.</summary>
    public string ActedBy { get; set; } = "";

    /// <summary>When it was applied, in UTC.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>Who applied it.</summary>
    public string AppliedBy { get; set; } = "";

    /// <summary>When it was undone last, in UTC.</summary>
    public DateTime? UndoneAt { get; set; }

    /// <summary>Who undid it.</summary>
    public string UndoneBy { get; set; } = "";

    /// <summary>Records done so far, while it is applied or undone.</summary>
    public int Done { get; set; }

    /// <summary>Records to do.</summary>
    public int Total { get; set; }

    /// <summary>When the server that works on it last said so, in UTC.</summary>
    public DateTime? ProgressAt { get; set; }

    /// <summary>Why it could not be applied or undone the last time; empty when it could.</summary>
    public string Problem { get; set; } = "";
}

/// <summary>What an import did to a record. Stored by name.</summary>
public enum ImportAct
{
    /// <summary>Added it.</summary>
    Added,

    /// <summary>Changed it.</summary>
    Changed,

    /// <summary>Recorded that the pupil left.</summary>
    Left,
}

/// <summary>A record that an import touched, with what it was before.</summary>
public sealed class ImportEntry
{
    /// <summary>The entry's key.</summary>
    public Guid Id { get; init; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>The import.</summary>
    public Guid ImportId { get; init; }

    /// <summary>The record: a pupil, who may have been removed again, or a member of staff.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The line of the file; 0 when the record is not in it.</summary>
    public int Line { get; init; }

    /// <summary>Its name at the time, as lists have it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What was done.</summary>
    public ImportAct Act { get; init; }

    /// <summary>What changed, in a line.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The record's version before; empty for one that was added.</summary>
    public Guid VersionBefore { get; init; }

    /// <summary>The record's version after: with another one it has been changed since.</summary>
    public Guid VersionAfter { get; init; }

    /// <summary>What the record was before, as JSON; empty for one that was added.</summary>
    public string Before { get; init; } = "";

    /// <summary>Whether it was put back.</summary>
    public bool IsUndone { get; set; }
}

/// <summary>Which field each column of a file with these headings holds in a school: chosen once, remembered for the next file.</summary>
public sealed class ImportMapping
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>What such files hold.</summary>
    public ImportKind Kind { get; init; }

    /// <summary>SHA-256 of the headings.</summary>
    public string Signature { get; init; } = "";

    /// <summary>As <see cref="Import.Mapping"/>.</summary>
    public string Mapping { get; set; } = "";
}

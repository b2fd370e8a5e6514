using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Progress;

/// <summary>What a table may say of what pupils reached: see <see cref="ImportedPoint"/>.</summary>
public enum PointField
{
    /// <summary>The pupil's UPN.</summary>
    Upn,

    /// <summary>The pupil's surname.</summary>
    Surname,

    /// <summary>The pupil's forename.</summary>
    Forename,

    /// <summary>The pupil's whole name; "mean" for a row that holds the year group's mean.</summary>
    PupilName,

    /// <summary>The pupil's date of birth.</summary>
    BirthDate,

    /// <summary>The pupil's class, for whoever fills the table in; it is not read.</summary>
    Class,

    /// <summary>The year group, of a row that holds its mean.</summary>
    Year,

    /// <summary>The subject or test.</summary>
    Measure,

    /// <summary>The day.</summary>
    On,

    /// <summary>The score.</summary>
    Score,

    /// <summary>The year group's mean.</summary>
    PeersMean,

    /// <summary>The standardised score.</summary>
    Standardised,

    /// <summary>The age equivalent.</summary>
    AgeEquivalent,

    /// <summary>The stage or level.</summary>
    Stage,

    /// <summary>The teacher's judgement.</summary>
    Judgement,

    /// <summary>A note.</summary>
    Note,
}

/// <summary>The fields of assessment points with the names that schools' own tables and publishers of tests give them.</summary>
public static class PointFields
{
    /// <summary>Every field, in the order of the sample. A column called only "Age" is the pupil's age on the day, so it is none of these.</summary>
    public static FieldSet<PointField> All { get; } = new(
        new FieldDefinition<PointField>(PointField.Upn, "UPN", "Unique pupil number", "Pupil UPN", "Student UPN"),
        new FieldDefinition<PointField>(PointField.Surname, "Surname", "Last name", "Legal surname", "Family name", "Pupil surname"),
        new FieldDefinition<PointField>(PointField.Forename, "Forename", "First name", "Legal forename", "Given name", "Pupil forename", "Preferred forename", "Known as"),
        new FieldDefinition<PointField>(PointField.PupilName, "Pupil name", "Pupil", "Name", "Student", "Student name", "Child", "Child’s name", "Full name", "Name of pupil"),
        new FieldDefinition<PointField>(PointField.BirthDate, "Date of birth", "DOB", "Birth date", "D.O.B."),
        new FieldDefinition<PointField>(PointField.Class, "Class", "Registration group", "Reg group", "Form", "Tutor group", "Group"),
        new FieldDefinition<PointField>(PointField.Year, "Year group", "Year", "NC year", "NCyearActual", "Cohort"),
        new FieldDefinition<PointField>(PointField.Measure, "Subject or test", "Subject", "Test", "Assessment", "Test name", "Assessment name", "Subject/test", "Paper", "Measure", "Assessment type"),
        new FieldDefinition<PointField>(PointField.On, "Date", "Test date", "Date of test", "Assessment date", "Date of assessment", "Date taken", "Completed", "Completed on", "Date completed"),
        new FieldDefinition<PointField>(PointField.Score, "Score", "Raw score", "Mark", "Marks", "Raw mark", "Total", "Total score", "Result"),
        new FieldDefinition<PointField>(PointField.PeersMean, "Year group mean", "Cohort mean", "Mean of the year group", "Year mean", "Cohort average", "Year average", "Year group average", "Group mean", "Mean", "Average"),
        new FieldDefinition<PointField>(PointField.Standardised, "Standardised score", "Standardized score", "SS", "SAS", "Standard age score", "Standard score", "Std score", "Age-standardised score"),
        new FieldDefinition<PointField>(PointField.AgeEquivalent, "Age equivalent", "Reading age", "Spelling age", "Maths age", "Test age", "Age equivalence"),
        new FieldDefinition<PointField>(PointField.Stage, "Stage or level", "Stage", "Level", "Band", "Grade", "Phase"),
        new FieldDefinition<PointField>(PointField.Judgement, "Teacher judgement", "Judgement", "Teacher assessment", "TA judgement", "Attainment", "Against expected", "Working at"),
        new FieldDefinition<PointField>(PointField.Note, "Note", "Notes", "Comment", "Comments", "Remarks"));
}

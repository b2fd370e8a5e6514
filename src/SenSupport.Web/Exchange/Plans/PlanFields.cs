using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Plans;

/// <summary>What a table may say of a plan that is running: see <see cref="ImportedPlanRow"/>.</summary>
public enum PlanField
{
    /// <summary>The pupil's UPN.</summary>
    Upn,

    /// <summary>The pupil's surname.</summary>
    Surname,

    /// <summary>The pupil's forename.</summary>
    Forename,

    /// <summary>The pupil's whole name.</summary>
    PupilName,

    /// <summary>The pupil's date of birth.</summary>
    BirthDate,

    /// <summary>The pupil's class, for whoever fills the table in; it is not read.</summary>
    Class,

    /// <summary>Target, strategy, provision or outcome.</summary>
    Kind,

    /// <summary>The words of it.</summary>
    Text,

    /// <summary>Area of need of a target.</summary>
    Area,

    /// <summary>Where the pupil was when the target was set.</summary>
    Baseline,

    /// <summary>How progress is measured.</summary>
    Measure,

    /// <summary>What success looks like.</summary>
    SuccessCriterion,

    /// <summary>By when a target or an outcome is to be met.</summary>
    ByWhen,

    /// <summary>The long-term outcome that a target is a step towards.</summary>
    Outcome,

    /// <summary>For whom a strategy is.</summary>
    For,

    /// <summary>Who delivers provision.</summary>
    DeliveredBy,

    /// <summary>Where provision takes place.</summary>
    Where,

    /// <summary>Minutes of a session.</summary>
    Minutes,

    /// <summary>Sessions a week.</summary>
    TimesAWeek,

    /// <summary>Pupils in the group.</summary>
    GroupSize,

    /// <summary>First day of provision.</summary>
    From,

    /// <summary>Last day of provision.</summary>
    To,

    /// <summary>The target that provision serves.</summary>
    Serves,

    /// <summary>The teacher responsible for the support.</summary>
    Teacher,

    /// <summary>First day of the plan.</summary>
    StartsOn,

    /// <summary>The review date.</summary>
    ReviewOn,
}

/// <summary>The fields of plans with the names that schools' own tables give them.</summary>
public static class PlanFields
{
    /// <summary>Every field, in the order of the sample.</summary>
    public static FieldSet<PlanField> All { get; } = new(
        new FieldDefinition<PlanField>(PlanField.Upn, "UPN", "Unique pupil number", "Pupil UPN", "Student UPN"),
        new FieldDefinition<PlanField>(PlanField.Surname, "Surname", "Last name", "Legal surname", "Family name", "Pupil surname"),
        new FieldDefinition<PlanField>(PlanField.Forename, "Forename", "First name", "Legal forename", "Given name", "Pupil forename", "Preferred forename", "Known as"),
        new FieldDefinition<PlanField>(PlanField.PupilName, "Pupil name", "Pupil", "Name", "Student", "Student name", "Child", "Child’s name", "Full name", "Name of pupil"),
        new FieldDefinition<PlanField>(PlanField.BirthDate, "Date of birth", "DOB", "Birth date", "D.O.B."),
        new FieldDefinition<PlanField>(PlanField.Class, "Class", "Registration group", "Reg group", "Form", "Tutor group", "Year group", "Year"),
        new FieldDefinition<PlanField>(PlanField.Kind, "Kind", "Type", "Row type", "Kind of row", "What is it", "Entry") { IsRequired = true },
        new FieldDefinition<PlanField>(PlanField.Text, "Text", "Words", "Description", "Title", "Statement", "Target", "Target or provision", "Target/strategy/provision", "Intervention", "Detail", "Details", "What") { IsRequired = true },
        new FieldDefinition<PlanField>(PlanField.Area, "Area of need", "Area", "Broad area", "Broad area of need", "SEN area", "Need", "Primary need"),
        new FieldDefinition<PlanField>(PlanField.Baseline, "Baseline", "Starting point", "Where now", "Current level", "Entry data", "Baseline data"),
        new FieldDefinition<PlanField>(PlanField.Measure, "Measure", "How measured", "How it is measured", "Measured by", "Assessment method", "Evidence"),
        new FieldDefinition<PlanField>(PlanField.SuccessCriterion, "Success criterion", "Success criteria", "Success looks like", "Success", "Achieved when"),
        new FieldDefinition<PlanField>(PlanField.ByWhen, "By when", "Target date", "Due", "Due date", "Achieve by", "Deadline", "To be achieved by"),
        new FieldDefinition<PlanField>(PlanField.Outcome, "Long-term outcome", "Outcome", "Long term target", "Longer-term outcome", "End of key stage outcome", "Long-term target", "EHCP outcome"),
        new FieldDefinition<PlanField>(PlanField.For, "For whom", "For", "Subject", "Strategy for"),
        new FieldDefinition<PlanField>(PlanField.DeliveredBy, "Who delivers it", "Who", "By whom", "Delivered by", "Staff", "Adult", "Led by", "Person delivering", "Provider"),
        new FieldDefinition<PlanField>(PlanField.Where, "Where", "Place", "Location", "Setting", "Room"),
        new FieldDefinition<PlanField>(PlanField.Minutes, "Minutes", "Session length", "Length", "Duration", "Mins", "Minutes per session", "Session minutes"),
        new FieldDefinition<PlanField>(PlanField.TimesAWeek, "Times a week", "Frequency", "Sessions a week", "Sessions per week", "Times per week", "How often", "Weekly sessions"),
        new FieldDefinition<PlanField>(PlanField.GroupSize, "Group size", "Group", "Ratio", "Number in group", "Pupils in group", "Adult:pupil ratio"),
        new FieldDefinition<PlanField>(PlanField.From, "From", "Provision from", "Provision start", "Intervention start", "Date from"),
        new FieldDefinition<PlanField>(PlanField.To, "To", "Until", "Provision to", "Provision end", "Intervention end", "Date to"),
        new FieldDefinition<PlanField>(PlanField.Serves, "Target served", "Serves", "For target", "Target number", "Linked target", "Outcome served", "Target no"),
        new FieldDefinition<PlanField>(PlanField.Teacher, "Responsible teacher", "Teacher", "Class teacher", "Responsible", "Teacher email", "Teacher e-mail", "Key teacher"),
        new FieldDefinition<PlanField>(PlanField.StartsOn, "Plan start", "Start", "Start date", "Plan from", "Date of plan", "Plan date", "Plan start date", "Date started"),
        new FieldDefinition<PlanField>(PlanField.ReviewOn, "Review date", "Review", "Review on", "Next review", "Date of review", "Plan review date", "Next review date"));
}

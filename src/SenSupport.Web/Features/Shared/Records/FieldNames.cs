using System.Globalization;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Needs;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Pupils;

namespace SenSupport.Web.Features.Shared.Records;

/// <summary>The paths and values of a record's fields (see <see cref="Domain.Records.RecordFields"/>) in plain words, for the timeline and for comparing two versions.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Singles = new()
    {
        ["strengths"] = "Strengths",
        ["difficulties"] = "Difficulties",
        ["parentConcern"] = "What concerns the parents",
        ["concernsCompared"] = "Concerns compared with the school’s view",
        ["substantiallyBelow"] = "Substantially below pupils of a similar age",
        ["startsOn"] = "Plan starts",
        ["reviewOn"] = "Review date",
        ["responsibleTeacherId"] = "Responsible teacher",
        ["expectedImpact"] = "Expected impact",
        ["atHome"] = "At home",
        ["pupilsPart"] = "The pupil’s own part",
        ["heldOn"] = "Review held on",
        ["present"] = "Present",
        ["impact"] = "Impact on progress",
        ["quality"] = "Quality of the support",
        ["pupilView"] = "The pupil’s view",
        ["parentView"] = "The parents’ view",
        ["staffView"] = "The staff’s view",
        ["decision"] = "Decision",
        ["nextSteps"] = "Next steps",
        ["nextReviewOn"] = "Next review",
        ["monitorUntil"] = "Monitor until",
        ["givenOn"] = "View given on",
        ["viewHow"] = "How it was given",
        ["gatheredBy"] = "Gathered by",
        ["faces"] = "Answers with faces",
        ["status"] = "SEN status",
        ["statusReason"] = "Reason",
        ["needs"] = "Needs",
        ["diagnosis"] = "Diagnosis",
        ["contact"] = "Contact",
        ["supporter"] = "Supported by",
        ["background"] = "Background",
        ["note"] = "Note",
        ["howGathered"] = "How the views were gathered",
        ["admired"] = "What people admire",
        ["importantToMe"] = "Important to me",
        ["howBestToSupport"] = "How best to support me",
        ["findsHard"] = "What I find hard",
        ["hopes"] = "Hopes",
        ["measure"] = "Subject or test",
        ["score"] = "Score",
        ["peersMean"] = "Year group’s mean",
        ["standardised"] = "Standardised score",
        ["ageEquivalentMonths"] = "Age equivalent in months",
        ["stage"] = "Stage",
        ["judgement"] = "Teacher’s judgement",
        ["givenBy"] = "Whose words",
        ["source"] = "Whose concern",
        ["saidBy"] = "Who said it",
        ["raisedOn"] = "Said or seen on",
        ["seen"] = "What was seen",
        ["when"] = "When it happens",
        ["tried"] = "What was tried",
        ["schoolView"] = "What the school sees",
        ["findings"] = "What was found",
        ["concernState"] = "What becomes of it",
        ["reason"] = "Reason",
        ["assignedId"] = "Who looks into it",
        ["dueOn"] = "By or until",
        ["on"] = "Date",
        ["kind"] = "How",
        ["what"] = "What was said",
        ["with"] = "Who with",
        ["question"] = "What to look at",
        ["statement"] = "Statement",
        ["goesWell"] = "What goes well",
        ["isHard"] = "What is hard",
        ["helps"] = "What helps",
        ["discussionOn"] = "Held on",
        ["noteGivenOn"] = "Note given to the parents on",
        ["sendiassOn"] = "Advice service explained on",
        ["parentConcerns"] = "The parents’ concerns",
        ["pupilViews"] = "What the pupil said",
        ["outcomes"] = "Agreed outcomes",
        ["letter"] = "Letter",
        ["recipient"] = "To",
        ["letterMethod"] = "How it was sent",
        ["sentOn"] = "Sent on",
        ["upn"] = "UPN",
        ["surname"] = "Surname",
        ["forename"] = "Forename",
        ["knownAs"] = "Known as",
        ["birthDate"] = "Date of birth",
        ["sex"] = "Sex",
        ["ncYear"] = "Year group",
        ["classId"] = "Class",
        ["firstLanguage"] = "First language",
        ["flags"] = "Flags",
        ["name"] = "Name",
        ["roles"] = "Roles",
        ["jobTitle"] = "Job title",
        ["startedOn"] = "First day at the school",
        ["email"] = "Email address",
        ["flagDates"] = "Dates of a flag",
        ["attendance"] = "Attendance in per cent",
        ["attendanceOn"] = "Attendance up to",
        ["inSenUnit"] = "Place in a SEN unit",
        ["inResourcedProvision"] = "Place in resourced provision",
        ["formerUpn"] = "Former UPN",
        ["leftOn"] = "Last day at the school",
        ["namesPupils"] = "Calendar names pupils",
        ["destination"] = "Destination",
        ["leavingReason"] = "Reason for leaving",
        ["contactOrder"] = "Order of contacts",
        ["contacts"] = "Contacts",
        ["disability"] = "Disability",
        ["noAdjustmentReason"] = "Why no adjustment is needed",
        ["adjustment"] = "Reasonable adjustment",
        ["document"] = "Document",
        ["pastPlan"] = "Earlier plan",
        ["pastPlanResult"] = "How it went",
        ["receivedFrom"] = "Received from",
        ["mergedStatus"] = "SEN status in the other record",
        ["cycleNumber"] = "Number of the cycle",
        ["dutyRecord"] = "What was done",
        ["dutySetAside"] = "Does not apply",
        ["dutySetAsideReason"] = "Why it does not apply",
        ["exportedFile"] = "File",
        ["exportedPart"] = "Which",
        ["exportedCount"] = "How many",
    };

    private static readonly Dictionary<string, string> Rows = new()
    {
        ["outcomes"] = "Outcome",
        ["targets"] = "Target",
        ["strategies"] = "Strategy",
        ["provision"] = "Provision",
        ["results"] = "Target",
        ["steps"] = "Next step",
        ["sessions"] = "Sessions held",
        ["needs"] = "Need",
        ["contacts"] = "Contact",
        ["diagnoses"] = "Diagnosis",
        ["readers"] = "Who has read the plan",
    };

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["outcomes/text"] = "",
        ["outcomes/byWhen"] = "by when",
        ["targets/statement"] = "what the pupil will do",
        ["targets/outcomeId"] = "long-term outcome",
        ["targets/area"] = "area of need",
        ["targets/baseline"] = "baseline",
        ["targets/measure"] = "how it is measured",
        ["targets/successCriterion"] = "what success looks like",
        ["targets/byWhen"] = "by when",
        ["targets/mark"] = "progress",
        ["targets/reformulated"] = "how it was reformulated",
        ["targets/reformulatedNote"] = "what was changed",
        ["strategies/text"] = "",
        ["strategies/for"] = "for whom",
        ["strategies/mustDo"] = "must do",
        ["strategies/area"] = "area of need",
        ["provision/what"] = "what",
        ["provision/deliveredBy"] = "delivered by",
        ["provision/where"] = "where",
        ["provision/minutes"] = "minutes",
        ["provision/timesAWeek"] = "times a week",
        ["provision/groupSize"] = "group size",
        ["provision/from"] = "from",
        ["provision/to"] = "to",
        ["provision/serves"] = "targets served",
        ["results/result"] = "result",
        ["results/evidence"] = "evidence",
        ["steps/what"] = "",
        ["steps/ownerId"] = "who",
        ["steps/owner"] = "who, outside the staff",
        ["steps/byWhen"] = "by when",
        ["steps/doneOn"] = "done on",
        ["strands/text"] = "",
        ["strands/by"] = "who",
        ["strands/on"] = "when",
        ["strands/documents"] = "documents",
        ["needs/end"] = "closed on",
        ["contacts/name"] = "name",
        ["contacts/relation"] = "relation",
        ["contacts/isParentInLaw"] = "parent in law",
        ["contacts/hasParentalResponsibility"] = "parental responsibility",
        ["contacts/isRestrictedByCourt"] = "restricted by a court",
        ["contacts/email"] = "email",
        ["contacts/phone"] = "telephone",
        ["contacts/language"] = "language",
        ["contacts/communicationNeeds"] = "communication needs",
        ["contacts/address"] = "address",
        ["diagnoses/name"] = "what",
        ["diagnoses/madeBy"] = "made by",
        ["diagnoses/madeOn"] = "made on",
        ["diagnoses/source"] = "source",
        ["diagnoses/documentId"] = "document",
    };

    /// <summary>Whether the field is only the key of a row, which nobody wants to read.</summary>
    public static bool IsKey(string path) => path.EndsWith("/id", StringComparison.Ordinal) || path.EndsWith("/fromBank", StringComparison.Ordinal);

    /// <summary>What a field is called: "Target 2: what success looks like". Rows are numbered by their place in <paramref name="fields"/>, where they are found there.</summary>
    public static string For(string path, IReadOnlyDictionary<string, string> fields)
    {
        var steps = path.Split('/');
        if (steps.Length == 1)
        {
            return Singles.GetValueOrDefault(path, path);
        }

        var row = steps[0] == "strands"
            ? Enum.TryParse<StrandKind>(steps[1], out var strand) ? strand.Name() : "Strand"
            : Numbered(steps, fields);
        var part = steps.Length > 2 ? Parts.GetValueOrDefault($"{steps[0]}/{steps[2]}", "") : "";
        return part.Length == 0 ? row : $"{row}: {part}";
    }

    /// <summary>A value as it is read: dates, choices and ticks in words. Keys of other rows and people are looked up in <paramref name="names"/>.</summary>
    public static string Value(string path, string value, IReadOnlyDictionary<string, string> names)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last switch
        {
            _ when value.Length == 0 => "",
            "outcomeId" or "ownerId" or "responsibleTeacherId" or "assignedId" or "supporter" or "classId" => names.GetValueOrDefault(value, "no longer in the record"),
            "documents" => value.Split(' ').Length == 1 ? "1 document" : $"{value.Split(' ').Length} documents",
            "serves" => string.Join(", ", value.Split(' ').Select(id => names.GetValueOrDefault(id, "a target that was removed"))),
            "reformulated" when Enum.TryParse<Reformulation>(value, out var way) => way.Name(),
            "area" when Enum.TryParse<AreaOfNeed>(value, out var area) => area.Name(),
            "givenBy" when Enum.TryParse<ProfileWords>(value, out var words) => words.Name(),
            "source" when Enum.TryParse<ConcernSource>(value, out var source) => source.Name(),
            "kind" when Enum.TryParse<ContactKind>(value, out var kind) => kind.Name(),
            "decision" when Enum.TryParse<ReviewDecision>(value, out var decision) => decision.Name(),
            "judgement" when Enum.TryParse<AttainmentJudgement>(value, out var judgement) => judgement.Name(),
            "result" when Enum.TryParse<TargetResult>(value, out var result) => result.Name(),
            _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => UkDate.Long(date),
            _ => value,
        };
    }

    private static string Numbered(string[] steps, IReadOnlyDictionary<string, string> fields)
    {
        var name = Rows.GetValueOrDefault(steps[0], steps[0]);
        var index = fields.Keys.Select(key => key.Split('/')).Where(key => key.Length == 3 && key[0] == steps[0]).Select(key => key[1]).Distinct().ToList().IndexOf(steps[1]);
        return index < 0 ? name : $"{name} {index + 1}";
    }
}

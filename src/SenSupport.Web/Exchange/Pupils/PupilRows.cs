using System.Globalization;
using SenSupport.Domain.Records;
using SenSupport.Web.Exchange.Tables;

namespace SenSupport.Web.Exchange.Pupils;

/// <summary>Makes pupils of the rows of a table.</summary>
public static class PupilRows
{
    /// <summary>Reads every row. A row without a name is left out; whatever else is wrong stands among the problems, by line and column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">Which column holds what.</param>
    /// <param name="today">Births are not after it, and current needs are valid on it.</param>
    public static PupilReading Read(ExchangeTable table, ColumnMapping<PupilField> mapping, DateOnly today)
    {
        if (mapping.Problems() is { Count: > 0 } missing)
        {
            return new PupilReading([], missing);
        }

        var problems = new ProblemList();
        var pupils = table.Rows.Select(row => ReadRow(new RowValues<PupilField>(row, mapping, problems), today)).OfType<ImportedPupil>().ToList();
        return new PupilReading(PupilTwins.Mark(pupils, problems, UpnColumn(mapping)), problems.ToList());
    }

    private static string UpnColumn(ColumnMapping<PupilField> mapping) =>
        mapping.ColumnOf(PupilField.Upn) is >= 0 and var column ? mapping.HeadingOf(column) : mapping.Set.NameOf(PupilField.Upn);

    private static ImportedPupil? ReadRow(RowValues<PupilField> row, DateOnly today)
    {
        var need = Values.NeedOn(today);
        var pupil = new ImportedPupil
        {
            Line = row.Line,
            Surname = row.Required(PupilField.Surname, TextLimits.Name),
            Forename = row.Required(PupilField.Forename, TextLimits.Name),
            Upn = row.Code(PupilField.Upn, Values.UpnOf),
            FormerUpns = row.Code(PupilField.FormerUpn, Values.UpnOf) is { Length: > 0 } former ? [former] : [],
            KnownAs = row.Text(PupilField.KnownAs, TextLimits.Name),
            BirthDate = row.Value(PupilField.BirthDate, Values.BirthDateBy(today)),
            Sex = row.Value<Domain.Pupils.Sex>(PupilField.Sex, Values.SexOf),
            NcYear = row.Value<Domain.Schools.NcYear>(PupilField.NcYear, Values.Year),
            Class = row.Text(PupilField.Class, TextLimits.Name),
            SenProvision = row.Code(PupilField.SenProvision, Values.Provision),
            SenStart = row.Value<DateOnly>(PupilField.SenStart, Values.Date),
            Needs = Ranked(row, row.Code(PupilField.Need1, need), row.Code(PupilField.Need2, need), row.Code(PupilField.Need3, need)),
            SenUnit = row.Value<bool>(PupilField.SenUnit, Values.Flag),
            ResourcedProvision = row.Value<bool>(PupilField.ResourcedProvision, Values.Flag),
            FreeSchoolMeals = row.Value<bool>(PupilField.FreeSchoolMeals, Values.Flag),
            PupilPremium = row.Value<bool>(PupilField.PupilPremium, Values.Flag),
            LookedAfter = row.Value<bool>(PupilField.LookedAfter, Values.Flag),
            PreviouslyLookedAfter = row.Value<bool>(PupilField.PreviouslyLookedAfter, Values.Flag),
            ServiceChild = row.Value<bool>(PupilField.ServiceChild, Values.Flag),
            YoungCarer = row.Value<bool>(PupilField.YoungCarer, Values.Flag),
            Eal = row.Value<bool>(PupilField.Eal, Values.Flag),
            FirstLanguage = row.Text(PupilField.FirstLanguage, TextLimits.Name),
            Attendance = row.Value<decimal>(PupilField.Attendance, Values.Percentage),
            LeavingDate = row.Value<DateOnly>(PupilField.LeavingDate, Values.Date),
            Address = row.Text(PupilField.Address, TextLimits.Line),
            Contacts = [.. Contact(row, PupilField.Contact1Name), .. Contact(row, PupilField.Contact2Name)],
        };
        if (pupil.Surname.Length == 0 || pupil.Forename.Length == 0)
        {
            return null;
        }

        if (pupil.Upn.Length == 0 && pupil.BirthDate is null && row.IsSound)
        {
            row.Problem(PupilField.BirthDate, "Neither a UPN nor a date of birth is given", "fill in one of them, so that it is clear who is meant");
        }

        return pupil with { IsSound = row.IsSound };
    }

    private static RankedNeed[] Ranked(RowValues<PupilField> row, params string[] codes)
    {
        var needs = new List<RankedNeed>();
        for (var place = 0; place < codes.Length; place++)
        {
            var code = codes[place];
            if (code.Length == 0)
            {
                continue;
            }

            if (needs.Exists(need => need.Code == code))
            {
                row.Problem(PupilField.Need1 + place, $"{code} stands twice", "each type of need is ranked once", isWarning: true);
                continue;
            }

            if (row.IsSound && place > needs.Count)
            {
                row.Problem(PupilField.Need1 + place, $"{code} has rank {(place + 1).ToString(CultureInfo.InvariantCulture)}, but an earlier rank is empty", "it moves up; check the order", isWarning: true);
            }

            needs.Add(new RankedNeed(needs.Count + 1, code));
        }

        return [.. needs];
    }

    private static ImportedContact[] Contact(RowValues<PupilField> row, PupilField first)
    {
        var contact = new ImportedContact(
            row.Text(first, TextLimits.Name),
            row.Text(first + 1, TextLimits.Name),
            row.Code(first + 2, Values.Email),
            row.Text(first + 3, TextLimits.Name),
            row.Text(first + 4, TextLimits.Line),
            row.Value<bool>(first + 5, Values.Flag));
        if (contact.Name.Length > 0)
        {
            return [contact];
        }

        if ((contact.Email + contact.Phone).Length > 0)
        {
            row.Problem(first, "A contact has no name", "fill it in, or leave the contact out: it is not read", isWarning: true);
        }

        return [];
    }
}

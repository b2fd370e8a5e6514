using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.DemoSchool;

/// <summary>Families: who a pupil's contacts are, which of them are parents in law, and which need an interpreter. Numbers are from the ranges kept free for drama.</summary>
internal static class DemoFamilies
{
    /// <summary>What a pupil's background says of the home, or one of the usual kinds.</summary>
    public static DemoHome HomeOf(string background, Random random)
    {
        return background switch
        {
            "" => random.Next(100) switch { < 62 => DemoHome.BothParents, < 75 => DemoHome.ParentsApart, < 86 => DemoHome.Mother, < 90 => DemoHome.Father, < 96 => DemoHome.Stepfather, < 98 => DemoHome.TwoMothers, _ => DemoHome.SpecialGuardians },
            _ when Says("special guardianship") => DemoHome.SpecialGuardians,
            _ when Says("two mums") => DemoHome.TwoMothers,
            _ when Says("Father died") || Says("Lives with mum and") || Says("Lives with mother and") => DemoHome.Mother,
            _ when Says("stepdad") || Says("her partner") => DemoHome.Stepfather,
            _ when Says("weekends with mum") || Says("mum at weekends") || Says("father in another town") || Says("father lives away") => DemoHome.ParentsApart,
            _ when Says("Lives with dad and") || Says("Lives with father and") => DemoHome.Father,
            _ => DemoHome.BothParents,
        };

        bool Says(string words) => background.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>Adds the contacts.</summary>
    public static void AddContacts(Pupil pupil, NameOrigin origin, DemoHome home, Random random, Acting by)
    {
        var interpreter = pupil.Flags.HasFlag(PupilFlags.Eal) && random.NextDouble() < origin.InterpreterShare;
        var needs = interpreter ? $"Interpreter for meetings ({pupil.FirstLanguage})" : random.Next(100) < 3 ? "Letters in large print" : "";
        var language = pupil.Flags.HasFlag(PupilFlags.Eal) ? pupil.FirstLanguage : "";
        var (mother, father) = ($"{Pick(origin.Women)} {WomansSurname(pupil.Surname)}", $"{Pick(origin.Men)} {MansSurname(pupil.Surname)}");
        switch (home)
        {
            case DemoHome.BothParents:
                Add(mother, "Mother");
                Add(father, "Father");
                break;
            case DemoHome.ParentsApart:
                Add(mother, "Mother");
                Add(father, "Father, at another address");
                break;
            case DemoHome.Mother:
                Add(mother, "Mother");
                break;
            case DemoHome.Father:
                Add(father, "Father");
                break;
            case DemoHome.TwoMothers:
                Add(mother, "Mother");
                Add($"{origin.Women.First(name => !mother.StartsWith(name, StringComparison.Ordinal))} {pupil.Surname}", "Mother");
                break;
            case DemoHome.Stepfather:
                Add(mother, "Mother");
                Add(father, "Stepfather", responsibility: false);
                break;
            case DemoHome.SpecialGuardians:
                Add(mother, "Grandmother (special guardian)");
                Add(father, "Grandfather (special guardian)");
                break;
            case DemoHome.FosterCare:
                Add("Janet Oldroyd", "Foster carer", responsibility: false);
                Add("Priya Nair", "Social worker, for the local authority", parent: false);
                Add(mother, "Mother, by arrangement with the social worker");
                break;
            case DemoHome.RestrictedParent:
                Add(mother, "Mother");
                Add(father, "Father", restricted: true);
                break;
        }

        string Pick(IReadOnlyList<string> names) => names[random.Next(names.Count)];

        void Add(string name, string relation, bool parent = true, bool responsibility = true, bool restricted = false)
        {
            var address = restricted ? "" : $"{SearchText.Fold(name).Replace(' ', '.')}@example.org";
            var phone = restricted ? "" : $"07700 900{random.Next(1000):000}";
            pupil.AddContact(new ContactDetails(name, relation, parent, responsibility, restricted, address, phone, language, restricted ? "" : needs), by);
        }
    }

    /// <summary>The form of a surname for a man, where it differs from a woman's: Polish names in -ska, Kaur and Begum.</summary>
    public static string MansSurname(string surname) => HasForms(surname)
        ? surname[..^1] + "i"
        : surname.Replace("Kaur ", "Singh ", StringComparison.Ordinal).Replace("Begum", "Miah", StringComparison.Ordinal);

    private static string WomansSurname(string surname) => HasForms(surname) ? surname[..^1] + "a" : surname;

    private static bool HasForms(string surname) => surname.Length > 5 && surname[^3..] is "ska" or "ski" or "cka" or "cki";
}

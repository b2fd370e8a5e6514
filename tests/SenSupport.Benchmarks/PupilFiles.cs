using System.Globalization;
using System.Text;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Exchange.Writing;

namespace SenSupport.Benchmarks;

/// <summary>Files of pupils as management information systems write them.</summary>
internal static class PupilFiles
{
    private static readonly string[] Headings =
    [
        "UPN", "Legal Surname", "Legal Forename", "Preferred Forename", "DOB", "Gender", "Year Group", "Reg Group", "SEN Status", "SEN Start Date", "SEN Need 1",
        "FSM Eligible", "EAL", "First Language", "Contact 1 name", "Contact 1 relationship", "Contact 1 phone", "Address",
    ];

    /// <summary>The rows: of the first <paramref name="changed"/> pupils the class and a phone number are others.</summary>
    public static IReadOnlyList<string[]> Rows(int pupils, int changed) => [.. Enumerable.Range(0, pupils).Select(number => Row(number, number < changed))];

    /// <summary>As CSV.</summary>
    public static byte[] Csv(IReadOnlyList<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Headings).Select(row => string.Join(',', row.Select(value => $"\"{value}\"")))) + "\r\n");

    /// <summary>As a workbook.</summary>
    public static byte[] Workbook(IReadOnlyList<string[]> rows) =>
        WorkbookExport.Write("Pupils", [.. Headings.Select((heading, column) => new ExportColumn<string[]>(heading, row => row[column]))], rows).ToArray();

    /// <summary>As a common transfer file.</summary>
    public static byte[] Ctf(IReadOnlyList<string[]> rows)
    {
        var text = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion></Header><CTFpupilData>""");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Pupil><UPN>{row[0]}</UPN><Surname>{row[1]}</Surname><Forename>{row[2]}</Forename><DOB>{Iso(row[4])}</DOB><Sex>{row[5]}</Sex>")
                .Append(CultureInfo.InvariantCulture, $"<BasicDetails><NCyearActual>{row[6]}</NCyearActual></BasicDetails>");
            if (row[8].Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"<SENhistory><SEN><StartDate>{Iso(row[9])}</StartDate><SENprovision>{row[8]}</SENprovision></SEN><SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>{row[10]}</SENtype></SENneed></SENneeds></SENhistory>");
            }

            text.Append(CultureInfo.InvariantCulture, $"<Address><AddressLine1>{row[17]}</AddressLine1></Address><Contacts><Contact><Order>1</Order><Surname>{row[14]}</Surname><Relationship>PAM</Relationship><Phones><Phone><PhoneNo>{row[16]}</PhoneNo></Phone></Phones></Contact></Contacts></Pupil>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</CTFpupilData></CTfile>").ToString());
    }

    private static string[] Row(int number, bool changed)
    {
        var year = (number % 7) + 1;
        var sen = number % 6 == 0;
        return
        [
            UpnOf(number),
            $"{(changed ? "New" : "")}Surname{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676 % 26))}",
            $"Forename{(char)('a' + (number / 7 % 26))}",
            "",
            new DateOnly(2026 - 5 - year, (number % 7) + 1, (number % 28) + 1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            number % 2 == 0 ? "F" : "M",
            $"{year}",
            $"{year}{(char)('A' + (number / 7 % 6))}{(changed ? "x" : "")}",
            sen ? "K" : "",
            sen ? "08/01/2025" : "",
            sen ? "SLCN" : "",
            number % 4 == 0 ? "Y" : "N",
            number % 9 == 0 ? "Y" : "N",
            number % 9 == 0 ? "Polish" : "English",
            $"Contact {number}",
            "Mother",
            $"01632 96{number % 10000:0000}",
            $"{number + 1} High Street",
        ];
    }

    private static string UpnOf(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"3012002{26000 + number:00000}");
        return "ABCDEFGHJKLMNPQRTUVWXYZ".Select(letter => $"{letter}{digits}").First(Upn.IsValid);
    }

    private static string Iso(string date) => $"{date[6..]}-{date[3..5]}-{date[..2]}";
}

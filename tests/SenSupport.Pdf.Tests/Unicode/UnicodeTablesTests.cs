using System.Runtime.CompilerServices;
using SenSupport.Pdf.Text.Unicode;

namespace SenSupport.Pdf.Tests.Unicode;

/// <summary>The library's tables say of every code point what the Unicode Character Database says.</summary>
public sealed class UnicodeTablesTests
{
    [Fact]
    public void Tables_WhenHeldAgainstTheDatabase_AgreeOnEveryCodePoint()
    {
        if (Environment.GetEnvironmentVariable("SENSUPPORT_WRITE_UNICODE") == "1")
        {
            UnicodeTableWriter.Write(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/SenSupport.Pdf/Text/Unicode/UnicodeTables.cs"));
            return;
        }

        var bidi = UnicodeTableWriter.BidiClasses();
        var line = UnicodeTableWriter.LineClasses();
        var joining = UnicodeTableWriter.JoiningTypes();
        var emoji = UnicodeTableWriter.EmojiKindsOf();
        var mirrors = UnicodeTableWriter.Mirrors();
        var brackets = UnicodeTableWriter.Brackets();
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            Assert.Equal((BidiClass)bidi[c], Characters.BidiClass(c));
            Assert.Equal((LineClass)line[c], Characters.LineClass(c));
            Assert.Equal((JoiningType)joining[c], Characters.JoiningType(c));
            Assert.Equal((EmojiKinds)emoji[c], Characters.EmojiKinds(c));
            Assert.Equal(mirrors.GetValueOrDefault(c, c), Characters.Mirror(c));
            Assert.Equal(brackets.GetValueOrDefault(c), Characters.Bracket(c));
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

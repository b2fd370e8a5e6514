using BenchmarkDotNet.Running;
using SenSupport.Benchmarks;

// pages [seconds] [part of a page's name]: drives the running application with signed-in clients. imports [pupils] [part of a file's name]: brings files in.
// pdf: documents beside other programs'. pdf rows [number]: the memory of one long table.
// graduated [pupils] [on the register]: the same pages in a large school. server: that application, in a process of its own. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["pages", ..]:
        var seconds = args.Length > 1 ? Number(args[1]) : 8;
        return await PagesUnderLoad.RunAsync(TimeSpan.FromSeconds(seconds), args.Length > 2 ? args[2] : "");
    case ["imports", ..]:
        await Imports.RunAsync(args.Length > 1 ? Number(args[1]) : 5000, args.Length > 2 ? args[2] : "");
        return 0;
    case ["graduated", ..]:
        await Graduated.RunAsync(args.Length > 2 ? Number(args[1]) : 2000, args.Length > 2 ? Number(args[2]) : 400);
        return 0;
    case ["pdf", "rows", .. var rows]:
        PdfSideBySide.Rows(rows.Length > 0 ? Number(rows[0]) : 100_000);
        return 0;
    case ["pdf"]:
        await PdfSideBySide.RunAsync();
        return 0;
    case ["server", .. var size]:
        await BenchmarkServer.RunAsync(size.Length == 2 ? (Number(size[0]), Number(size[1])) : null);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PagesUnderLoad).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

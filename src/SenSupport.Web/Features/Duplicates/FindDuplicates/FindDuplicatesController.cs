using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SenSupport.Domain.Pupils;
using SenSupport.Web.Data;
using SenSupport.Web.Features.Shared;
using SenSupport.Web.Features.Shared.Forms;
using SenSupport.Web.Security;

namespace SenSupport.Web.Features.Duplicates.FindDuplicates;

/// <summary>Pupils who may be in the school's list twice.</summary>
[Authorize(Policy = Policies.Senco)]
[Route("school/duplicates")]
public sealed class FindDuplicatesController(SenSupportDbContext db, TimeProvider clock, IValidator<NotSameForm> validator) : Controller
{
    /// <summary>The list, and what was merged lately.</summary>
    [HttpGet]
    public async Task<IActionResult> List(int page = 1)
    {
        var pairs = DuplicateReads.Pairs(await DuplicateReads.Pupils(db).ToListAsync(), await DuplicateReads.Dismissed(db).ToListAsync());
        var pages = Math.Max(1, (pairs.Count + DuplicatesPage.Size - 1) / DuplicatesPage.Size);
        page = Math.Clamp(page, 1, pages);
        return View("FindDuplicates", new DuplicatesPage(
            [.. pairs.Skip((page - 1) * DuplicatesPage.Size).Take(DuplicatesPage.Size)], pairs.Count, page, pages, await DuplicateReads.Undoable(db).Take(50).ToListAsync()));
    }

    /// <summary>Remembers that two pupils are two.</summary>
    [HttpPost("not-the-same")]
    public async Task<IActionResult> Dismiss(NotSameForm form)
    {
        var staff = SignedInStaff.From(User);
        var ids = new[] { form.One, form.Other };
        if (!this.Check(validator, form) || await db.Pupils.CountAsync(pupil => ids.Contains(pupil.Id)) != 2)
        {
            return NotFound();
        }

        var pair = NotSamePupil.Of(staff.SchoolId, form.One, form.Other, staff.Acting(clock));
        if (!await db.NotSamePupils.AnyAsync(known => known.OneId == pair.OneId && known.OtherId == pair.OtherId))
        {
            db.Add(pair);
            await db.SaveChangesAsync();
        }

        TempData.SetNotice("Remembered: they are two pupils.");
        return Redirect("/school/duplicates");
    }
}

/// <summary>Two pupils who are two.</summary>
public sealed class NotSameForm
{
    /// <summary>One of them.</summary>
    public Guid One { get; set; }

    /// <summary>The other.</summary>
    public Guid Other { get; set; }

    /// <summary>The messages of the page.</summary>
    public sealed class Validator : AbstractValidator<NotSameForm>
    {
        /// <summary>They differ.</summary>
        public Validator() => RuleFor(form => form.Other).NotEqual(form => form.One).WithMessage("Choose two pupils");
    }
}

/// <summary>What the list shows.</summary>
public sealed record DuplicatesPage(IReadOnlyList<TwinPair> Pairs, int Total, int Page, int Pages, IReadOnlyList<RecentMerge> Recent)
{
    /// <summary>Pairs a page.</summary>
    public const int Size = 25;
}

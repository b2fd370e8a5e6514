using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class FormerUpnConfiguration : IEntityTypeConfiguration<FormerUpn>
{
    public void Configure(EntityTypeBuilder<FormerUpn> builder)
    {
        builder.ToTable("FormerUpns");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Upn).HasMaxLength(13);
        builder.HasIndex(row => row.Upn);
    }
}

internal sealed class PupilFlagPeriodConfiguration : IEntityTypeConfiguration<PupilFlagPeriod>
{
    public void Configure(EntityTypeBuilder<PupilFlagPeriod> builder)
    {
        builder.ToTable("PupilFlagPeriods");
        builder.Property(period => period.Id).ValueGeneratedNever();
    }
}

internal sealed class ReasonableAdjustmentConfiguration : IEntityTypeConfiguration<ReasonableAdjustment>
{
    public void Configure(EntityTypeBuilder<ReasonableAdjustment> builder)
    {
        builder.ToTable("ReasonableAdjustments");
        builder.Property(adjustment => adjustment.Id).ValueGeneratedNever();
        builder.Property(adjustment => adjustment.Text).HasMaxLength(-1);
    }
}

internal sealed class PupilDocumentConfiguration : IEntityTypeConfiguration<PupilDocument>
{
    public void Configure(EntityTypeBuilder<PupilDocument> builder)
    {
        builder.ToTable("PupilDocuments");
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Title).HasMaxLength(TextLimits.Line);
        builder.Property(document => document.FileName).HasMaxLength(TextLimits.Line);
        builder.Property(document => document.AddedBy).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class PastPlanConfiguration : IEntityTypeConfiguration<PastPlan>
{
    public void Configure(EntityTypeBuilder<PastPlan> builder)
    {
        builder.ToTable("PastPlans");
        builder.Property(plan => plan.Id).ValueGeneratedNever();
        builder.Property(plan => plan.Name).HasMaxLength(TextLimits.Line);
        builder.Property(plan => plan.Result).HasMaxLength(TextLimits.Line);
    }
}

internal sealed class ReceivedRecordConfiguration : IEntityTypeConfiguration<ReceivedRecord>
{
    public void Configure(EntityTypeBuilder<ReceivedRecord> builder)
    {
        builder.ToTable("ReceivedRecords");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.From).HasMaxLength(TextLimits.Line);
        builder.Property(record => record.Text).HasMaxLength(-1);
        builder.Property(record => record.Baselines).HasMaxLength(-1);
    }
}

internal sealed class DutyRecordConfiguration : IEntityTypeConfiguration<DutyRecord>
{
    public void Configure(EntityTypeBuilder<DutyRecord> builder)
    {
        builder.ToTable("DutyRecords");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(record => record.Who).HasMaxLength(TextLimits.Line);
        builder.Property(record => record.Outcome).HasMaxLength(TextLimits.Line);
        builder.Property(record => record.Note).HasMaxLength(-1);
        builder.Property(record => record.Discussion).HasJson();
    }
}

internal sealed class SentLetterConfiguration : IEntityTypeConfiguration<SentLetter>
{
    public void Configure(EntityTypeBuilder<SentLetter> builder)
    {
        builder.ToTable("SentLetters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.Property(letter => letter.Template).HasMaxLength(TextLimits.Name);
        builder.Property(letter => letter.Title).HasMaxLength(TextLimits.Line);
        builder.Property(letter => letter.Recipient).HasMaxLength(TextLimits.Line);
        builder.Property(letter => letter.Method).HasConversion<string>().HasMaxLength(20);
        builder.Property(letter => letter.Text).HasMaxLength(-1);
        builder.Property(letter => letter.SentBy).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class DutySetAsideConfiguration : IEntityTypeConfiguration<DutySetAside>
{
    public void Configure(EntityTypeBuilder<DutySetAside> builder)
    {
        builder.ToTable("DutiesSetAside");
        builder.Property(set => set.Id).ValueGeneratedNever();
        builder.Property(set => set.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(set => set.By).HasMaxLength(TextLimits.Name);
        builder.Property(set => set.Reason).HasMaxLength(-1);
    }
}

internal sealed class FileContentConfiguration : IEntityTypeConfiguration<FileContent>
{
    public void Configure(EntityTypeBuilder<FileContent> builder)
    {
        builder.ToTable("FileContents");
        builder.Property(content => content.Id).ValueGeneratedNever();
        builder.Property(content => content.ContentType).HasMaxLength(TextLimits.Name);
        builder.HasIndex(content => content.SchoolId);
    }
}

internal sealed class StagedFileConfiguration : IEntityTypeConfiguration<StagedFile>
{
    public void Configure(EntityTypeBuilder<StagedFile> builder)
    {
        builder.ToTable("StagedFiles");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.FileName).HasMaxLength(TextLimits.Line);
        builder.Property(file => file.Problem).HasMaxLength(TextLimits.Line);
        builder.HasIndex(file => new { file.BatchId });
        builder.HasIndex(file => new { file.SchoolId, file.SentAt });
    }
}

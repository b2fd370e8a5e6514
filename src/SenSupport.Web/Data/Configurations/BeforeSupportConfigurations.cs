using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Assessments;
using SenSupport.Domain.Concerns;
using SenSupport.Domain.Contacts;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class ConcernConfiguration : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("Concerns");
        builder.BePupilRecord();
        builder.Property(concern => concern.Source).HasConversion<string>().HasMaxLength(20);
        builder.Property(concern => concern.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(concern => concern.SaidBy).HasMaxLength(TextLimits.Line);
        builder.Property(concern => concern.When).HasMaxLength(TextLimits.Line);
        builder.Property(concern => concern.RecordedBy).HasMaxLength(TextLimits.Name);
        builder.Property(concern => concern.DecidedBy).HasMaxLength(TextLimits.Name);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(concern => concern.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(concern => concern.AssignedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(concern => new { concern.SchoolId, concern.State, concern.RaisedOn });
        builder.HasIndex(concern => new { concern.RecordedById, concern.HasNews });
        builder.HasIndex(concern => concern.AssignedId);
    }
}

internal sealed class ReviewViewConfiguration : IEntityTypeConfiguration<ReviewView>
{
    public void Configure(EntityTypeBuilder<ReviewView> builder)
    {
        builder.ToTable("ReviewViews");
        builder.BePupilRecord();
        builder.Property(view => view.Of).HasConversion<string>().HasMaxLength(20);
        builder.Property(view => view.How).HasConversion<string>().HasMaxLength(20);
        builder.Property(view => view.InvitedHow).HasConversion<string>().HasMaxLength(20);
        builder.Property(view => view.Who).HasMaxLength(TextLimits.Line);
        builder.Property(view => view.GatheredBy).HasMaxLength(TextLimits.Line);
        builder.Property(view => view.Statements).HasJson<IReadOnlyList<StatementAnswer>, StatementAnswer>(list => list);
        builder.HasOne<SupportCycle>().WithMany().HasForeignKey(view => view.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactEntryConfiguration : IEntityTypeConfiguration<ContactEntry>
{
    public void Configure(EntityTypeBuilder<ContactEntry> builder)
    {
        builder.ToTable("ContactEntries");
        builder.BePupilRecord();
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.With).HasMaxLength(TextLimits.Line);
        builder.Property(entry => entry.StaffName).HasMaxLength(TextLimits.Name);
        builder.HasIndex(entry => new { entry.PupilId, entry.On });
    }
}

internal sealed class AssessmentRequestConfiguration : IEntityTypeConfiguration<AssessmentRequest>
{
    public void Configure(EntityTypeBuilder<AssessmentRequest> builder)
    {
        builder.ToTable("AssessmentRequests");
        builder.BePupilRecord();
        builder.Property(request => request.AskedBy).HasMaxLength(TextLimits.Name);
        builder.Property(request => request.AnsweredBy).HasMaxLength(TextLimits.Name);
        builder.Property(request => request.Statements).HasJson<IReadOnlyList<StatementAnswer>, StatementAnswer>(list => list);
        builder.Ignore(request => request.IsWaiting);
        builder.Ignore(request => request.IsView);
        builder.HasOne<SupportCycle>().WithMany().HasForeignKey(request => request.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(request => request.AskedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(request => request.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(request => new { request.AskedId, request.AnsweredOn });
        builder.HasIndex(request => new { request.SchoolId, request.AskedOn });
    }
}

internal static class PupilRecords
{
    /// <summary>What every record of its own about a pupil is to the database.</summary>
    public static void BePupilRecord<T>(this EntityTypeBuilder<T> builder)
        where T : PupilRecord
    {
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.Ignore(record => record.PendingEvents);
        builder.HasOne<School>().WithMany().HasForeignKey(record => record.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Pupil>().WithMany().HasForeignKey(record => record.PupilId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => record.PupilId);
    }
}

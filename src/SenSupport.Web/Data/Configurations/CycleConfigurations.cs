using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class SupportCycleConfiguration : IEntityTypeConfiguration<SupportCycle>
{
    public void Configure(EntityTypeBuilder<SupportCycle> builder)
    {
        builder.ToTable("SupportCycles");
        builder.Property(cycle => cycle.Id).ValueGeneratedNever();
        builder.Property(cycle => cycle.Version).IsConcurrencyToken();
        builder.HasOne<Pupil>().WithMany().HasForeignKey(cycle => cycle.PupilId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(cycle => cycle.ResponsibleTeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanType>().WithMany().HasForeignKey(cycle => cycle.PlanTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(cycle => cycle.OpenKey).IsUnique();
        builder.HasIndex(cycle => new { cycle.PupilId, cycle.Number }).IsUnique();
        builder.HasIndex(cycle => new { cycle.SchoolId, cycle.Stage, cycle.ReviewOn });

        // Every read of a pupil's cycles names the school too: without this index SQLite takes the one above, and reads all cycles of the school. Versions are read alone.
        builder.HasIndex(cycle => new { cycle.SchoolId, cycle.PupilId, cycle.Number, cycle.Version });
        builder.ComplexProperty(cycle => cycle.Review);
        builder.Property(cycle => cycle.SubstantiallyBelow).HasDefaultValue(false);
        builder.HasMany(cycle => cycle.Strands).WithOne().HasForeignKey(strand => strand.CycleId);
        builder.HasMany(cycle => cycle.Outcomes).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.Targets).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.Strategies).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.Provision).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.Notes).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.Marks).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.SessionWeeks).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.NextSteps).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.HasMany(cycle => cycle.PlanVersions).WithOne().HasForeignKey(version => version.CycleId);
        builder.HasMany(cycle => cycle.PlanReaders).WithOne().HasForeignKey("CycleId").IsRequired();
        builder.Ignore(cycle => cycle.PendingEvents);
        builder.Property(cycle => cycle.RequiredStrands).HasJson<IReadOnlyList<StrandKind>, StrandKind>(list => list);
    }
}

internal sealed class AssessmentStrandConfiguration : IEntityTypeConfiguration<AssessmentStrand>
{
    public void Configure(EntityTypeBuilder<AssessmentStrand> builder)
    {
        builder.ToTable("AssessmentStrands");
        builder.HasKey(strand => new { strand.CycleId, strand.Kind });
        builder.Property(strand => strand.By).HasMaxLength(TextLimits.Line);
        builder.Property(strand => strand.Documents).HasJson<IReadOnlyList<Guid>, Guid>(list => list);
    }
}

internal sealed class LongTermOutcomeConfiguration : IEntityTypeConfiguration<LongTermOutcome>
{
    public void Configure(EntityTypeBuilder<LongTermOutcome> builder)
    {
        builder.ToTable("LongTermOutcomes");
        builder.Property(outcome => outcome.Id).ValueGeneratedNever();
    }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.ToTable("Targets");
        builder.Property(target => target.Id).ValueGeneratedNever();
        builder.Property(target => target.FromBank).HasMaxLength(TextLimits.Name);
        builder.Property(target => target.StopReason).HasMaxLength(TextLimits.Line);
        builder.Property(target => target.Reformulated).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(target => target.ToReformulate);
    }
}

internal sealed class PlanStrategyConfiguration : IEntityTypeConfiguration<PlanStrategy>
{
    public void Configure(EntityTypeBuilder<PlanStrategy> builder)
    {
        builder.ToTable("PlanStrategies");
        builder.Property(strategy => strategy.Id).ValueGeneratedNever();
        builder.Property(strategy => strategy.For).HasMaxLength(TextLimits.Name);
        builder.Property(strategy => strategy.FromBank).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class ProvisionRowConfiguration : IEntityTypeConfiguration<ProvisionRow>
{
    public void Configure(EntityTypeBuilder<ProvisionRow> builder)
    {
        builder.ToTable("ProvisionRows");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.What).HasMaxLength(TextLimits.Line);
        builder.Property(row => row.DeliveredBy).HasMaxLength(TextLimits.Line);
        builder.Property(row => row.Where).HasMaxLength(TextLimits.Line);
        builder.Property(row => row.Serves).HasJson<IReadOnlyList<Guid>, Guid>(list => list);
    }
}

internal sealed class DeliveryNoteConfiguration : IEntityTypeConfiguration<DeliveryNote>
{
    public void Configure(EntityTypeBuilder<DeliveryNote> builder)
    {
        builder.ToTable("DeliveryNotes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.StaffName).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class ProgressMarkConfiguration : IEntityTypeConfiguration<ProgressMark>
{
    public void Configure(EntityTypeBuilder<ProgressMark> builder)
    {
        builder.ToTable("ProgressMarks");
        builder.Property(mark => mark.Id).ValueGeneratedNever();
        builder.Property(mark => mark.StaffName).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class SessionWeekConfiguration : IEntityTypeConfiguration<SessionWeek>
{
    public void Configure(EntityTypeBuilder<SessionWeek> builder)
    {
        builder.ToTable("SessionWeeks");
        builder.Property(week => week.Id).ValueGeneratedNever();
        builder.Property(week => week.What).HasMaxLength(TextLimits.Line);
        builder.Property(week => week.Reason).HasMaxLength(TextLimits.Line);
        builder.Property(week => week.StaffName).HasMaxLength(TextLimits.Name);
        builder.Property<Guid>("CycleId");
        builder.HasIndex("CycleId", nameof(SessionWeek.ProvisionId), nameof(SessionWeek.WeekOf)).IsUnique();
    }
}

internal sealed class NextStepConfiguration : IEntityTypeConfiguration<NextStep>
{
    public void Configure(EntityTypeBuilder<NextStep> builder)
    {
        builder.ToTable("NextSteps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Owner).HasMaxLength(TextLimits.Line);
        builder.Property(step => step.DoneBy).HasMaxLength(TextLimits.Name);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(step => step.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(step => new { step.OwnerId, step.DoneOn });
    }
}

internal sealed class PlanReaderConfiguration : IEntityTypeConfiguration<PlanReader>
{
    public void Configure(EntityTypeBuilder<PlanReader> builder)
    {
        builder.ToTable("PlanReaders");
        builder.Property<Guid>("CycleId");
        builder.HasKey("CycleId", nameof(PlanReader.StaffId));
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(reader => reader.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(reader => reader.ExemptReason).HasMaxLength(TextLimits.Line);
    }
}

internal sealed class PlanVersionConfiguration : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("PlanVersions");
        builder.HasKey(version => new { version.CycleId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.SharedBy).HasMaxLength(TextLimits.Name);
        builder.Property(version => version.WithdrawnBy).HasMaxLength(TextLimits.Name);
        builder.Property(version => version.WithdrawnReason).HasMaxLength(TextLimits.Line);
    }
}

using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data;

/// <summary>
/// A read of a page that is opened all day, compiled at its first use: building and comparing the expression of a large projection costs more than the database
/// takes to answer it. Kept for each model, since one process may serve both databases (tests do).
/// </summary>
/// <param name="read">What is read by a key; whether the person may read it has been asked before.</param>
public sealed class CompiledRead<TKey, TRow>(Expression<Func<SenSupportDbContext, TKey, IQueryable<TRow>>> read)
{
    private readonly ConcurrentDictionary<IModel, Func<SenSupportDbContext, TKey, IAsyncEnumerable<TRow>>> compiled = new();

    /// <summary>The query.</summary>
    public Expression<Func<SenSupportDbContext, TKey, IQueryable<TRow>>> Read => read;

    /// <summary>The first row; null when there is none.</summary>
    public ValueTask<TRow?> FirstOrDefaultAsync(SenSupportDbContext db, TKey key) => Rows(db, key).FirstOrDefaultAsync();

    /// <summary>Every row.</summary>
    public ValueTask<List<TRow>> ToListAsync(SenSupportDbContext db, TKey key) => Rows(db, key).ToListAsync();

    private IAsyncEnumerable<TRow> Rows(SenSupportDbContext db, TKey key) => compiled.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), read)(db, key);
}

/// <summary>
/// A read that begins with what a person may see (<see cref="PupilAccess"/>), compiled once for each combination of roles. It is the read itself that is compiled:
/// it is composed with marks in place of the person, the day and the key, and the marks become parameters. So what may be seen is said in one place only.
/// </summary>
/// <param name="read">What is read for a person, by a key.</param>
public sealed class CompiledPersonRead<TRow>(Func<SenSupportDbContext, SignedInStaff, Guid, IQueryable<TRow>> read)
{
    private readonly ConcurrentDictionary<(IModel, StaffRoles), Func<SenSupportDbContext, Guid, DateOnly, Guid, IAsyncEnumerable<TRow>>> compiled = new();

    /// <summary>The first row; null when there is none.</summary>
    public ValueTask<TRow?> FirstOrDefaultAsync(SenSupportDbContext db, SignedInStaff staff, Guid key) => Rows(db, staff, key).FirstOrDefaultAsync();

    /// <summary>Every row.</summary>
    public ValueTask<List<TRow>> ToListAsync(SenSupportDbContext db, SignedInStaff staff, Guid key = default) => Rows(db, staff, key).ToListAsync();

    private IAsyncEnumerable<TRow> Rows(SenSupportDbContext db, SignedInStaff staff, Guid key) =>
        compiled.GetOrAdd((db.Model, staff.Roles), static (known, with) => Compile(with.db, known.Item2, with.read), (db, read))(db, staff.StaffId, db.Today, key);

    private static Func<SenSupportDbContext, Guid, DateOnly, Guid, IAsyncEnumerable<TRow>> Compile(
        SenSupportDbContext db, StaffRoles roles, Func<SenSupportDbContext, SignedInStaff, Guid, IQueryable<TRow>> read)
    {
        var marks = new Marks();
        var scope = db.Scope;
        try
        {
            // Composing asks the database nothing.
            db.Scope = new SchoolScope(marks.Time);
            var composed = read(db, marks.Person(roles), marks.Key).Expression;
            return EF.CompileAsyncQuery(Expression.Lambda<Func<SenSupportDbContext, Guid, DateOnly, Guid, IQueryable<TRow>>>(
                marks.Visit(composed), marks.Database, marks.StaffIdParameter, marks.TodayParameter, marks.KeyParameter));
        }
        finally
        {
            db.Scope = scope;
        }
    }
}

/// <summary>Values that stand for a person, a day and a key while a read is composed, and what makes parameters of them.</summary>
internal sealed class Marks : ExpressionVisitor
{
    // Nothing else in a query has one of these.
    private static readonly DateOnly Day = new(9731, 5, 17);
    private readonly Guid staffId = Guid.NewGuid(), schoolId = Guid.NewGuid();
    private readonly string name = $"{Guid.NewGuid()}";

    public Guid Key { get; } = Guid.NewGuid();

    public ParameterExpression Database { get; } = Expression.Parameter(typeof(SenSupportDbContext), "db");

    public ParameterExpression StaffIdParameter { get; } = Expression.Parameter(typeof(Guid), "staffId");

    public ParameterExpression TodayParameter { get; } = Expression.Parameter(typeof(DateOnly), "today");

    public ParameterExpression KeyParameter { get; } = Expression.Parameter(typeof(Guid), "key");

    /// <summary>A clock that shows the marked day.</summary>
    public TimeProvider Time { get; } = new Clock();

    /// <summary>Somebody with these roles. A read may ask for their key and roles, and for nothing else: whatever it asked for would stay the first person's.</summary>
    public SignedInStaff Person(StaffRoles roles) => new(staffId, schoolId, name, name, roles);

    protected override Expression VisitConstant(ConstantExpression node) => node.Value switch
    {
        SenSupportDbContext => Database,
        IQueryable query => Visit(query.Expression),
        _ => base.VisitConstant(node),
    };

    protected override Expression VisitMember(MemberExpression node)
    {
        if (!TryRead(node, out var value))
        {
            return base.VisitMember(node);
        }

        return value switch
        {
            SenSupportDbContext => Database,
            IQueryable query => Visit(query.Expression),
            Guid id when id == staffId => StaffIdParameter,
            Guid id when id == Key => KeyParameter,
            DateOnly day when day == Day => TodayParameter,
            // What follows from the roles, of which each combination has its own compiled read.
            bool or Enum => Expression.Constant(value, node.Type),
            Array when node.Type.GetElementType() is { IsEnum: true } => Expression.Constant(value, node.Type),
            _ => throw new InvalidOperationException($"A compiled read asks for {node}, which is neither the person's key or roles nor the day nor the key of what is read"),
        };
    }

    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

    // A value that the compiler put into a closure.
    private static bool TryRead(Expression node, out object? value)
    {
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Expression: { } inside, Member: FieldInfo field } when TryRead(inside, out var holder) && holder is not null:
                value = field.GetValue(holder);
                return true;
            case MemberExpression { Expression: { } inside, Member: PropertyInfo property } when TryRead(inside, out var holder) && holder is not null:
                value = property.GetValue(holder);
                return true;
            default:
                value = null;
                return false;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}

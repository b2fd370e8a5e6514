using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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

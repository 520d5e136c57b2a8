using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Optimizers;

/// <summary>Every kind of optimizer.</summary>
internal static class OptimizerCatalog
{
    private static readonly Dictionary<Type, OptimizerKind> Kinds = new OptimizerKind[]
    {
        new SgdOptimizer(),
        new RmsPropOptimizer(),
        new AdamOptimizer(),
        new AdamWOptimizer(),
        new AdaGradOptimizer(),
        new AdaDeltaOptimizer(),
    }.ToDictionary(kind => kind.AttributeType);

    public static OptimizerKind Find(OptimizerAttribute attribute) => Kinds[attribute.GetType()];
}

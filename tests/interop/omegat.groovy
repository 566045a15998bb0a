// Says what OmegaT took from each memory and how well each segment matches.
import org.omegat.core.Core
import org.omegat.core.events.IStopped
import org.omegat.core.statistics.FindMatches

def project = Core.project
project.transMemories.each { path, memory ->
    println "PROOF entries ${new File(path).name} ${memory.entries.size()}"
}
def finder = new FindMatches(project.sourceTokenizer, 1, false, false)
def goOn = { false } as IStopped
project.allEntries.each { entry ->
    finder.search(project, entry.srcText, true, true, goOn).each { match ->
        println "PROOF match ${match.scores[0].score} ${entry.srcText}"
    }
}

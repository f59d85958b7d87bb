export const definition =
  'nodes: all nodes of the document, open shadow trees included. Heap: what JavaScript holds on the ' +
  'page’s main thread after a garbage collection.'

export async function measureSize(page, devtools) {
  const nodes = await page.evaluate(countNodes)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { nodes, heap: usedSize / 2 ** 20 }
}

/** Runs in the page. */
function countNodes() {
  const count = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
    let nodes = 0
    do {
      nodes++
      const { shadowRoot } = walker.currentNode
      if (shadowRoot) nodes += count(shadowRoot)
    } while (walker.nextNode())
    return nodes
  }
  return count(document)
}

"""Reading a directory of services: Open Referral UK 3.0 and HSDS 3.0, from any text, trusting none of it.

    from ownwords.connections.method.directory import document, services

    for item in document.items(text):
        read = services.read_service(item.value, item.path, "oruk-3")

A sound record is read, an unsound one is told with its path and a reason in plain words; nothing is guessed.
"""
